package dev.linkscope.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A tooltip as the specification of StatusNotifierItem wants it. */
public final class ToolTip extends Struct {
    @Position(0)
    public final String icon;

    @Position(1)
    public final List<Pixmap> pixmaps;

    @Position(2)
    public final String title;

    @Position(3)
    public final String text;

    /** A tooltip without a picture. */
    public ToolTip(String title, String text) {
        this("", List.of(), title, text);
    }

    /** A tooltip. */
    public ToolTip(String icon, List<Pixmap> pixmaps, String title, String text) {
        this.icon = icon;
        this.pixmaps = List.copyOf(pixmaps);
        this.title = title;
        this.text = text;
    }
}
