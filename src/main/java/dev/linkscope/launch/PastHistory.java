package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.i18n.Messages;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.settings.SettingsException;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The printers of the window and their history, for commands that measure nothing. Nothing is made
 * that was not there.
 *
 * @param printers in the user's order, at least one
 * @param opened the history
 * @param messages words for what is wrong
 */
record PastHistory(List<Printer> printers, StoreOpened opened, Messages messages)
        implements AutoCloseable {
    PastHistory {
        printers = List.copyOf(printers);
    }

    /**
     * Opens them.
     *
     * @param store address of the history; null for the window's
     * @throws IOException if there are none, with a message for the user
     */
    static PastHistory open(Terminal terminal, @Nullable String store) throws IOException {
        Messages messages = terminal.messages();
        DataFolder folder = Wiring.folder();
        var histories = new Histories(System.getenv(), folder.history(), Wiring.CLOCK);
        try {
            List<Printer> printers = printers(folder);
            if (printers.isEmpty()) {
                throw new IOException(messages.text("past.no_settings"));
            }
            if (!histories.isThere(store)) {
                throw new IOException(messages.text("past.no_history"));
            }
            StoreOpened opened = histories.open(store);
            String aside = opened.movedAside();
            if (aside != null) {
                terminal.note(messages.text("store.moved", aside));
            }
            return new PastHistory(printers, opened, messages);
        } catch (SettingsException e) {
            throw said(messages, e.problem(), e.nextStep(), e);
        } catch (HistoryException e) {
            throw said(messages, e.problem(), e.nextStep(), e);
        }
    }

    private static List<Printer> printers(DataFolder folder) {
        if (!Files.exists(folder.settings())) {
            return List.of();
        }
        try (var settings = new JsonSettingsStore(folder.settings(), Wiring.CLOCK)) {
            return settings.load().printers();
        }
    }

    private static IOException said(
            Messages messages, Statement problem, Statement next, Exception cause) {
        return new IOException(messages.render(problem) + " " + messages.render(next), cause);
    }

    /**
     * The printers of these names or ids, each once; all without any.
     *
     * @throws IllegalArgumentException if one is not there or is not the only one, with a sentence
     */
    List<Printer> named(List<String> names) {
        if (names.isEmpty()) {
            return printers;
        }
        Set<Printer> found = new LinkedHashSet<>();
        names.forEach(name -> found.add(named(name)));
        return List.copyOf(found);
    }

    /** The printer of a name or an id; otherwise as {@link #named(List)}. */
    Printer named(String name) {
        List<Printer> found =
                printers.stream()
                        .filter(one ->
                                one.id().toString().equalsIgnoreCase(name)
                                        || one.name().equalsIgnoreCase(name))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    messages.text("past.unknown", name, list(printers, Printer::name)));
        }
        throw new IllegalArgumentException(
                messages.text("past.ambiguous", name, list(found, one -> one.id().toString())));
    }

    private static String list(List<Printer> printers, Function<Printer, String> word) {
        return printers.stream().map(word).collect(Collectors.joining(", "));
    }

    /** Reads spans of it. */
    SpanRecall recall() {
        return new SpanRecall(opened.store(), opened.book(), Wiring.PLANS, Wiring.CLOCK);
    }

    @Override
    public void close() {
        opened.store().close();
    }
}
