package dev.linkscope.inventory;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Printers as Linkscope writes them itself: its settings, a report, or a sequence of tables with
 * the names of {@link Column} or of plain addresses.
 */
final class JsonRows {
    private JsonRows() {}

    /** What the items hold. */
    static Rows of(List<Node> items) throws UnreadableListException {
        var rows = new Rows(Kind.JSON);
        for (Node item : items) {
            rows.add(
                    switch (item) {
                        case Node.Text(String address) -> new Row().put(Column.TARGET, address);
                        case Node.Table table -> row(table);
                        case Node.Sequence _, Node.Nothing _ ->
                                new Row(Failure.of(FailureCode.LISTED_WITHOUT_ADDRESS, "?"));
                    });
        }
        return rows;
    }

    private static Row row(Node.Table table) {
        var row = new Row();
        table.members()
                .forEach((name, value) -> {
                    Column column = Column.named(name);
                    if (column != null && value instanceof Node.Text(String text)) {
                        row.put(column, text);
                    }
                });
        for (Node tag : table.items("tags")) {
            if (tag instanceof Node.Text(String text)) {
                row.tag(text);
            }
        }
        if (table.members().get("target") instanceof Node.Table target) {
            row.put(Column.TARGET, address(target));
            row.put(Column.USER, target.text("user"));
            row.put(Column.PORT, target.text("port"));
            row.put(Column.IDENTITY, target.text("identityFile"));
        }
        return row;
    }

    private static @Nullable String address(Node.Table target) {
        String type = String.valueOf(target.text("type"));
        return switch (type) {
            case "local" -> "local";
            case "octoprint" -> target.text("url");
            default -> target.text("host");
        };
    }
}
