package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What becomes of printers' labels when they are changed together. */
final class LabelChange {
    private LabelChange() {}

    /** The labels that all of these have. */
    static Labels common(List<Printer> printers) {
        Labels first = printers.getFirst().labels();
        boolean sameGroup =
                printers.stream()
                        .allMatch(one -> Objects.equals(one.labels().group(), first.group()));
        List<String> tags =
                first.tags().stream()
                        .filter(tag ->
                                printers.stream()
                                        .allMatch(one -> one.labels().tags().contains(tag)))
                        .toList();
        return new Labels(sameGroup ? first.group() : null, tags);
    }

    /**
     * The new labels of each.
     *
     * @param wanted replaces those of a single printer; of several, no group leaves each in its own
     *     unless all were in one, and tags come to those that they have
     */
    static Map<PrinterId, Labels> of(List<Printer> printers, Labels wanted) {
        boolean clears = common(printers).group() != null;
        Map<PrinterId, Labels> next = new LinkedHashMap<>();
        for (Printer printer : printers) {
            Labels own = printer.labels();
            next.put(
                    printer.id(),
                    printers.size() == 1
                            ? wanted
                            : new Labels(
                                    wanted.group() == null && !clears
                                            ? own.group()
                                            : wanted.group(),
                                    Stream.concat(own.tags().stream(), wanted.tags().stream())
                                            .toList()));
        }
        return next;
    }
}
