package dev.linkscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.PrinterListReader.Entry;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks into lists that were read. */
final class Lists {
    private Lists() {}

    static PrinterList read(String text) throws UnreadableListException {
        return new PrinterLists().read(text);
    }

    static List<String> targets(PrinterList list) {
        return printers(list).map(printer -> printer.target().display()).toList();
    }

    static Stream<Printer> printers(PrinterList list) {
        return list.entries().stream().map(Entry::printer).filter(Objects::nonNull);
    }

    static Printer only(String text) throws UnreadableListException {
        return printers(read(text)).findFirst().orElseThrow();
    }

    static List<FailureCode> failures(PrinterList list) {
        return list.entries().stream()
                .map(Entry::failure)
                .filter(Objects::nonNull)
                .map(failure -> failure.code())
                .toList();
    }

    static List<String> notes(PrinterList list) {
        return list.notes().stream().map(note -> note.key()).toList();
    }

    static String problem(String text) {
        var e = catchThrowableOfType(UnreadableListException.class, () -> read(text));
        assertThat(e).as("a problem of %s", text).isNotNull();
        return e.problem().key();
    }
}
