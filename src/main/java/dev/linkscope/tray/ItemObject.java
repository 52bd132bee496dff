package dev.linkscope.tray;

import dev.linkscope.engine.port.Tray.Face;
import dev.linkscope.engine.port.Tray.Sign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** The symbol as an object on the bus. */
@SuppressWarnings("MethodName")
final class ItemObject extends ReadOnlyProperties implements StatusNotifierItem {
    static final String PATH = "/StatusNotifierItem";

    private static final String PIXMAPS = "a(iiay)";

    private final Runnable onActivated;
    private volatile Face face;

    /** A symbol that is chosen by a click. */
    ItemObject(Face face, Runnable onActivated) {
        super(NAME, PATH);
        this.face = face;
        this.onActivated = onActivated;
    }

    /** What it shows. */
    Face face() {
        return face;
    }

    /** Shows something else. */
    void show(Face other) {
        face = other;
    }

    /** Its status: a bar may hide what is only active. */
    static String status(Face face) {
        return face.sign() == Sign.BAD ? "NeedsAttention" : "Active";
    }

    @Override
    public void Activate(int x, int y) {
        onActivated.run();
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        onActivated.run();
    }

    // Bars that know the menu show it themselves; the others get the window.
    @Override
    public void ContextMenu(int x, int y) {
        onActivated.run();
    }

    @Override
    public void Scroll(int delta, String orientation) {}

    @Override
    Map<String, Variant<?>> properties() {
        Face now = face;
        List<Pixmap> icon = SignPainter.draw(now.sign());
        var all = new HashMap<String, Variant<?>>();
        all.put("Category", new Variant<>("ApplicationStatus"));
        all.put("Id", new Variant<>("linkscope"));
        all.put("Title", new Variant<>(now.title()));
        all.put("Status", new Variant<>(status(now)));
        all.put("WindowId", new Variant<>(0));
        all.put("IconName", new Variant<>(""));
        all.put("IconPixmap", new Variant<>(icon, PIXMAPS));
        all.put("IconThemePath", new Variant<>(""));
        all.put("OverlayIconName", new Variant<>(""));
        all.put("OverlayIconPixmap", new Variant<>(List.of(), PIXMAPS));
        all.put("AttentionIconName", new Variant<>(""));
        all.put("AttentionIconPixmap", new Variant<>(icon, PIXMAPS));
        all.put("AttentionMovieName", new Variant<>(""));
        all.put(
                "ToolTip",
                new Variant<>(
                        new ToolTip(now.title(), asMarkup(now.text())), "(s" + PIXMAPS + "ss)"));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(MenuObject.PATH)));
        return all;
    }

    /**
     * The text of a tooltip is markup (StatusNotifierItem, "Markup"); names of printers are none.
     */
    private static String asMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
