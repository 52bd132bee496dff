package dev.linkscope.ui.connect;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.PrinterListReader;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import dev.linkscope.ui.common.Background;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A list of printers that the user brings. Window's thread only. */
public final class ImportModel {
    private final PrinterListReader reader;
    private final Background background;
    private final String title;
    private final Set<String> watched;
    private final ReadOnlyObjectWrapper<Read> read =
            new ReadOnlyObjectWrapper<>(new Read(null, null, null));
    private int asked;

    /**
     * What came of reading.
     *
     * @param list the list; null if there is none
     * @param problem why not; null if nothing was brought yet
     * @param next what to do then
     */
    record Read(
            @Nullable PrinterList list, @Nullable Statement problem, @Nullable Statement next) {}

    /**
     * A model for one dialog.
     *
     * @param title what reading a list is called
     * @param watched printers that are watched already
     */
    public ImportModel(
            PrinterListReader reader, Background background, String title, List<Printer> watched) {
        this.reader = reader;
        this.title = title;
        this.background = background;
        this.watched =
                watched.stream()
                        .map(printer -> printer.target().display())
                        .collect(Collectors.toSet());
    }

    ReadOnlyObjectProperty<Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Reads a file. */
    void file(Path file) {
        begin(() -> reader.read(file));
    }

    /** Reads a pasted text. */
    void text(String text) {
        if (text.isBlank()) {
            asked++;
            read.set(new Read(null, null, null));
        } else {
            begin(() -> reader.read(text));
        }
    }

    private void begin(Callable<PrinterList> work) {
        int mine = ++asked;
        background.start(
                "printer-list",
                title,
                work,
                list -> tell(mine, new Read(list, null, null)),
                e -> tell(mine, unreadable(e)));
    }

    private void tell(int mine, Read result) {
        // What was asked for since counts.
        if (mine == asked) {
            read.set(result);
        }
    }

    private static Read unreadable(Exception e) {
        return e instanceof UnreadableListException known
                ? new Read(null, known.problem(), known.nextStep())
                : new Read(
                        null,
                        Statement.of("import.unreadable"),
                        Statement.of("import.unreadable.next"));
    }

    /** Whether this printer is watched already. */
    boolean isWatched(Printer printer) {
        return watched.contains(printer.target().display());
    }

    /** Printers of the list that are not watched yet. */
    List<Printer> fresh() {
        PrinterList list = read.get().list();
        return list == null
                ? List.of()
                : list.entries().stream()
                        .map(PrinterListReader.Entry::printer)
                        .filter(Objects::nonNull)
                        .filter(printer -> !isWatched(printer))
                        .toList();
    }

    /** The same with a group for those without one, and with further tags. */
    List<Printer> fresh(String group, String tags) {
        return fresh().stream()
                .map(printer -> printer.withLabels(with(printer.labels(), group, tags)))
                .toList();
    }

    private static Labels with(Labels own, String group, String tags) {
        return new Labels(
                own.group() == null ? group : own.group(),
                Stream.concat(own.tags().stream(), words(tags).stream()).toList());
    }

    /** Tags as they are typed, with commas between them. */
    static List<String> words(String tags) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
