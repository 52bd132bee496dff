package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterListReader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads lists of printers and tells by what is in them which kind they are; names of files say
 * nothing. Nothing that a list names is opened, looked up or run.
 */
public final class PrinterLists implements PrinterListReader {
    /** How YAML begins: a document, a member or an item of tables. */
    private static final Pattern YAML_START =
            Pattern.compile("---.*|%YAML.*|(?:- )?[\\w.\"'-]+:(?:\\s.*)?|- .*");

    private final TargetUrl server;

    /** A reader of printers that use the cloud server unless the list says otherwise. */
    public PrinterLists() {
        this(Printer.CLOUD);
    }

    /**
     * A reader.
     *
     * @param server what the printers use unless the list says otherwise
     */
    public PrinterLists(TargetUrl server) {
        this.server = server;
    }

    @Override
    public PrinterList read(Path file) throws UnreadableListException {
        return list(Text.of(file));
    }

    @Override
    public PrinterList read(String text) throws UnreadableListException {
        return list(Text.of(text));
    }

    private PrinterList list(String text) throws UnreadableListException {
        Rows rows = rows(text);
        if (rows.rows().isEmpty()) {
            throw new UnreadableListException(Statement.of("list.empty"));
        }
        var maker = new EntryMaker(server);
        return new PrinterList(
                rows.kind(), rows.rows().stream().map(maker::entry).toList(), rows.notes());
    }

    private static Rows rows(String text) throws UnreadableListException {
        List<String> lines = Text.significant(text);
        if (lines.isEmpty()) {
            throw new UnreadableListException(Statement.of("list.empty"));
        }
        String start = text.stripLeading();
        boolean ini = AnsibleIni.fits(lines);
        if (start.startsWith("{") || (start.startsWith("[") && !ini && !isAddress(lines))) {
            return ofTree(Documents.json(text));
        }
        if (CsvRows.isHeading(lines.getFirst())) {
            return CsvRows.of(text);
        }
        if (SshConfigRows.fits(lines)) {
            return SshConfigRows.of(text);
        }
        if (ini) {
            return AnsibleIni.of(text);
        }
        return YAML_START.matcher(lines.getFirst()).matches()
                ? ofTree(Documents.yaml(text))
                : CsvRows.of(text);
    }

    /** An IPv6 address in brackets. */
    private static boolean isAddress(List<String> lines) {
        return lines.getFirst().matches("\\[[0-9A-Fa-f:.%]+].*");
    }

    private static Rows ofTree(Node root) throws UnreadableListException {
        if (root instanceof Node.Sequence(List<Node> items)) {
            return JsonRows.of(items);
        }
        if (root instanceof Node.Table table) {
            if (FdmMonsterRows.fits(table)) {
                return FdmMonsterRows.of(table);
            }
            if (!table.items("printers").isEmpty()) {
                return JsonRows.of(table.items("printers"));
            }
            if (AnsibleTree.fits(table)) {
                return AnsibleTree.of(table);
            }
        }
        throw new UnreadableListException(Statement.of("list.unknown_kind"));
    }
}
