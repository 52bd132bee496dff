package dev.linkscope.tray;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture as the specification of StatusNotifierItem wants it. */
public final class Pixmap extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    /** ARGB, four bytes a pixel, most significant first, row by row. */
    @Position(2)
    public final byte[] pixels;

    /** A picture. */
    public Pixmap(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels.clone();
    }
}
