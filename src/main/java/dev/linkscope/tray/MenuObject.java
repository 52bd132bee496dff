package dev.linkscope.tray;

import dev.linkscope.engine.port.Tray.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** The menu as an object on the bus: groups of items with lines between them. */
@SuppressWarnings("MethodName")
final class MenuObject extends ReadOnlyProperties implements DbusMenu {
    static final String PATH = "/MenuBar";

    /** Version of the interface. */
    private static final UInt32 VERSION = new UInt32(3);

    private final Consumer<String> onChosen;
    private volatile Menu menu = new Menu(0, List.of());

    /**
     * The menu at a revision.
     *
     * @param rows items and, where null, lines; the id of a row is its place, from 1
     */
    private record Menu(int revision, List<Row> rows) {}

    /**
     * A row.
     *
     * @param item null for a line
     */
    private record Row(@Nullable Item item) {
        Map<String, Variant<?>> properties() {
            return item == null
                    ? Map.of("type", new Variant<>("separator"))
                    // An underscore would mark a key.
                    : Map.of("label", new Variant<>(item.text().replace("_", "__")));
        }
    }

    /** An empty menu. */
    MenuObject(Consumer<String> onChosen) {
        super(NAME, PATH);
        this.onChosen = onChosen;
    }

    /** Offers these groups from now on; returns the new revision. */
    UInt32 show(List<List<Item>> groups) {
        var rows = new ArrayList<Row>();
        for (List<Item> group : groups) {
            if (!rows.isEmpty()) {
                rows.add(new Row(null));
            }
            group.forEach(item -> rows.add(new Row(item)));
        }
        var next = new Menu(menu.revision() + 1, rows);
        menu = next;
        return new UInt32(next.revision());
    }

    @Override
    public Layout<UInt32, Entry> GetLayout(int parent, int depth, List<String> names) {
        Menu now = menu;
        return new Layout<>(new UInt32(now.revision()), entry(now, parent, depth));
    }

    private static Entry entry(Menu menu, int id, int depth) {
        if (id != 0) {
            return new Entry(id, properties(menu, id), List.of());
        }
        var children = new ArrayList<Variant<?>>();
        for (int child = 1; depth != 0 && child <= menu.rows().size(); child++) {
            var entry = new Entry(child, properties(menu, child), List.of());
            children.add(new Variant<>(entry, "(ia{sv}av)"));
        }
        return new Entry(0, Map.of("children-display", new Variant<>("submenu")), children);
    }

    private static Map<String, Variant<?>> properties(Menu menu, int id) {
        return id >= 1 && id <= menu.rows().size()
                ? menu.rows().get(id - 1).properties()
                : Map.of();
    }

    @Override
    public List<EntryProperties> GetGroupProperties(List<Integer> ids, List<String> names) {
        Menu now = menu;
        List<Integer> wanted =
                ids.isEmpty() ? IntStream.rangeClosed(0, now.rows().size()).boxed().toList() : ids;
        return wanted.stream().map(id -> new EntryProperties(id, properties(now, id))).toList();
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Variant<?> GetProperty(int id, String name) {
        return properties(menu, id).get(name);
    }

    @Override
    public void Event(int id, String event, Variant<?> data, UInt32 timestamp) {
        Menu now = menu;
        Item item = id >= 1 && id <= now.rows().size() ? now.rows().get(id - 1).item() : null;
        if (item != null && event.equals("clicked")) {
            onChosen.accept(item.id());
        }
    }

    @Override
    public List<Integer> EventGroup(List<Happening> events) {
        events.forEach(one -> Event(one.id, one.event, one.data, one.timestamp));
        return List.of();
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of(
                "Version", new Variant<>(VERSION),
                "TextDirection", new Variant<>("ltr"),
                "Status", new Variant<>("normal"),
                "IconThemePath", new Variant<>(List.of(), "as"));
    }
}
