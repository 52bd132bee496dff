package dev.linkscope.ui.desktop;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.engine.port.Tray.Face;
import dev.linkscope.engine.port.Tray.Item;
import dev.linkscope.engine.port.Tray.Sign;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has the symbol in the desktop's bar say how the printers are. Window's thread only. */
public final class TrayKeeper {
    /** Printers that need action and are named in the menu. */
    private static final int MOST = 5;

    private static final String SHOW = "show";
    private static final String QUIT = "quit";

    private final Tray tray;
    private final Wording wording;
    private @Nullable Face shown;

    /** What the menu does. */
    public interface Actions {
        /** Shows the window. */
        void show();

        /** Shows a printer in the window. */
        void show(PrinterId printer);

        /** Ends the program. */
        void quit();
    }

    /** A printer and the one word said of it. */
    private record State(PrinterId id, String name, Condition condition) {}

    /**
     * A keeper of this symbol.
     *
     * @param ui the window's thread, on which actions are done
     */
    public TrayKeeper(Tray tray, Wording wording, Executor ui, Actions actions) {
        this.tray = tray;
        this.wording = wording;
        tray.listen(id -> ui.execute(() -> chosen(id, actions)));
    }

    private static void chosen(String id, Actions actions) {
        switch (id) {
            case Tray.SYMBOL, SHOW -> actions.show();
            case QUIT -> actions.quit();
            default -> actions.show(new PrinterId(UUID.fromString(id)));
        }
    }

    /** Shows how the printers are now; cheap, to be called once a second. */
    public void show(List<SessionSnapshot> snapshots, Alerts alerts) {
        Face face = face(snapshots, alerts);
        if (!face.equals(shown)) {
            shown = face;
            tray.show(face);
        }
    }

    private Face face(List<SessionSnapshot> snapshots, Alerts alerts) {
        List<State> states =
                snapshots.stream()
                        .map(one ->
                                new State(
                                        one.printer().id(),
                                        one.printer().name(),
                                        Condition.of(one, alerts.of(one.printer().id()))))
                        .toList();
        List<State> sick =
                states.stream()
                        .filter(state -> state.condition().needsAction())
                        .sorted(
                                Comparator.comparing(State::condition)
                                        .reversed()
                                        .thenComparing(State::name))
                        .toList();
        List<List<Item>> items = new ArrayList<>();
        items.add(List.of(new Item(SHOW, wording.text("desktop.tray.show"))));
        if (!sick.isEmpty()) {
            items.add(sick.stream().limit(MOST).map(this::item).toList());
        }
        items.add(List.of(new Item(QUIT, wording.text("desktop.tray.quit"))));
        return new Face(sign(states), wording.text("bar.brand"), text(states, sick), items);
    }

    private Item item(State state) {
        return new Item(
                state.id().toString(),
                wording.text(
                        "desktop.tray.printer",
                        state.name(),
                        wording.text(state.condition().key())));
    }

    private static Sign sign(List<State> states) {
        if (has(states, Tone.BAD)) {
            return Sign.BAD;
        }
        if (has(states, Tone.WATCH)) {
            return Sign.WATCH;
        }
        return has(states, Tone.GOOD) ? Sign.GOOD : Sign.NEUTRAL;
    }

    private static boolean has(List<State> states, Tone tone) {
        return states.stream().anyMatch(state -> state.condition().tone() == tone);
    }

    private String text(List<State> all, List<State> sick) {
        if (sick.isEmpty()) {
            return wording.text("desktop.tray.well", all.size());
        }
        String names = sick.stream().limit(MOST).map(State::name).collect(Collectors.joining(", "));
        return wording.text(
                "desktop.tray.sick",
                sick.size(),
                all.size(),
                names,
                Math.max(0, sick.size() - MOST));
    }
}
