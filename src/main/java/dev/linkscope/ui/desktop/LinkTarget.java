package dev.linkscope.ui.desktop;

import dev.linkscope.domain.printer.Printer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which printers a link means. */
final class LinkTarget {
    private LinkTarget() {}

    /**
     * The printers that go by this name: those with this id, else those called exactly so, else
     * those called so but for upper and lower case. Empty if there is none.
     */
    static List<Printer> find(String wanted, List<Printer> printers) {
        String name = same(wanted);
        List<Predicate<Printer>> ways =
                List.of(
                        printer -> printer.id().toString().equals(wanted.toLowerCase(Locale.ROOT)),
                        printer -> same(printer.name()).equals(name),
                        printer -> same(printer.name()).equalsIgnoreCase(name));
        return ways.stream()
                .map(way -> printers.stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String same(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }
}
