package dev.linkscope.inventory;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.WebAddress;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What FDM Monster exports under <em>Settings, Export</em>, versions 1.3 to 2.0: {@code printers}
 * with {@code printerURL}, {@code name} (up to 1.3 in {@code settingsAppearance}) and {@code
 * printerType} (0 OctoPrint, 1 Moonraker, 2 PrusaLink, 3 Bambu Lab), {@code floors} and {@code
 * groups} or {@code tags} that name printers by id. Keys are passed over.
 */
final class FdmMonsterRows {
    private final Map<String, String> floors = new HashMap<>();
    private final Map<String, List<String>> tags = new HashMap<>();
    private final Rows rows = new Rows(Kind.FDM_MONSTER);

    private FdmMonsterRows() {}

    /** Whether the table is such an export. */
    static boolean fits(Node.Table root) {
        return root.items("printers").stream()
                .anyMatch(item -> item instanceof Node.Table one && one.text("printerURL") != null);
    }

    /** What the export holds. */
    static Rows of(Node.Table root) throws UnreadableListException {
        return new FdmMonsterRows().read(root);
    }

    private Rows read(Node.Table root) throws UnreadableListException {
        members(root, "floors", (id, name) -> floors.putIfAbsent(id, name));
        for (String kind : List.of("tags", "groups")) {
            members(
                    root,
                    kind,
                    (id, name) ->
                            tags.merge(
                                    id,
                                    List.of(name),
                                    (old, one) ->
                                            Stream.concat(old.stream(), one.stream())
                                                    .limit(20)
                                                    .toList()));
        }
        for (Node item : root.items("printers")) {
            if (item instanceof Node.Table printer) {
                rows.add(row(printer));
            } else {
                rows.add(new Row(Failure.of(FailureCode.LISTED_WITHOUT_ADDRESS, "?")));
            }
        }
        return rows;
    }

    /** Takes a printer's place on a floor, or in a group. */
    private interface Membership {
        void add(String printer, String name);
    }

    private static void members(Node.Table root, String kind, Membership membership) {
        for (Node item : root.items(kind)) {
            if (item instanceof Node.Table set && set.text("name") != null) {
                String name = String.valueOf(set.text("name"));
                for (Node member : set.items("printers")) {
                    String id = id(member);
                    if (id != null) {
                        membership.add(id, name);
                    }
                }
            }
        }
    }

    private static @Nullable String id(Node member) {
        return switch (member) {
            case Node.Text(String id) -> id;
            case Node.Table table -> table.anyText("printerId", "id");
            case Node.Sequence _, Node.Nothing _ -> null;
        };
    }

    private Row row(Node.Table printer) {
        String name = printer.text("name");
        String shown = name == null ? printer.table("settingsAppearance").anyText("name") : name;
        String url = printer.text("printerURL");
        if (printer.text("apiKey") != null) {
            rows.note("list.note.keys");
        }
        if (url == null || url.isBlank()) {
            return new Row().put(Column.NAME, shown);
        }
        String type = String.valueOf(printer.text("printerType"));
        if (type.equals("2") || type.equals("3")) {
            return new Row(
                    Failure.of(FailureCode.NOT_A_PI, EntryMaker.word(shown == null ? url : shown)));
        }
        String address = WebAddress.isMeant(url.strip()) ? url.strip() : "http://" + url.strip();
        WebAddress page = WebAddress.of(address);
        if (page == null) {
            // Fails with the address that is wrong.
            return new Row().put(Column.TARGET, address).put(Column.NAME, shown);
        }
        boolean bare = page.host().indexOf(':') >= 0;
        var row =
                new Row()
                        .put(Column.TARGET, bare ? "[" + page.host() + "]" : page.host())
                        .put(Column.NAME, shown);
        if (!type.equals("1")) {
            row.put(Column.OCTOPRINT, address);
        }
        String id = printer.text("id");
        if (id != null) {
            row.put(Column.GROUP, floors.get(id));
            tags.getOrDefault(id, List.of()).forEach(row::tag);
        }
        return row;
    }
}
