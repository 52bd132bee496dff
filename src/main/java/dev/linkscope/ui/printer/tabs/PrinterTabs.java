package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import dev.linkscope.ui.timeline.TimeView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The tabs below a printer's panes. The chosen tab stays chosen from printer to printer; a tab is
 * made when it is first chosen, and only the one shown is kept up to date.
 */
public final class PrinterTabs extends VBox {
    private final Wording wording;
    private final TimeView view;
    private final TabServices services;
    private final FixOffer fixes;
    private final List<Node> history;
    private final IntSupplier brokenOff;
    private final TabStrip strip;
    private final StackPane place = new StackPane();
    private final PluginTab plugin;
    private final Map<TabKind, TabBody> bodies = new EnumMap<>(TabKind.class);
    private @Nullable TabInput latest;

    /**
     * Tabs that show nothing yet.
     *
     * @param view the clock of the page
     * @param fixes what can be mended
     * @param history cards about the time that has passed; each hides itself while empty
     * @param brokenOff how many changes to the printer were broken off; returns at once
     */
    public PrinterTabs(
            Wording wording,
            TimeView view,
            TabServices services,
            FixOffer fixes,
            List<Node> history,
            IntSupplier brokenOff) {
        this.brokenOff = brokenOff;
        this.wording = wording;
        this.view = view;
        this.services = services;
        this.fixes = fixes;
        this.history = List.copyOf(history);
        setId("printer-tabs");
        getStyleClass().addAll("card", "printer-tabs");
        setMinHeight(USE_PREF_SIZE);
        plugin = new PluginTab(wording, services);
        strip = new TabStrip(wording, this::chosen);
        place.getStyleClass().add("tab-place");
        place.setMinHeight(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().setAll(strip, place);
        chosen(strip.chosen());
    }

    /** Ctrl+Tab and Ctrl+PageDown go on, with Shift or PageUp back, wherever the cursor is. */
    private void pressed(KeyEvent event) {
        boolean tab = event.getCode() == KeyCode.TAB;
        boolean down = event.getCode() == KeyCode.PAGE_DOWN;
        boolean up = event.getCode() == KeyCode.PAGE_UP;
        if (event.isControlDown() && (tab || down || up)) {
            strip.go(up || (tab && event.isShiftDown()) ? -1 : 1);
            event.consume();
        }
    }

    private void chosen(TabKind kind) {
        TabBody body = bodies.computeIfAbsent(kind, this::body);
        TabInput input = latest;
        if (input != null) {
            body.show(input);
        }
        place.getChildren().setAll(body.node());
    }

    private TabBody body(TabKind kind) {
        return switch (kind) {
            case BREAKS -> new BreaksTab(wording);
            case LINK -> new LinkTab(wording, view, services, fixes);
            case POWER -> new PowerTab(wording, view, services, fixes);
            case PLUGIN -> plugin;
            case FARM -> new FarmTab(wording, services);
            case OUTCOMES -> new OutcomesTab(wording, view, services);
            case HISTORY -> new HistoryTab(wording, history);
        };
    }

    /**
     * Shows a printer.
     *
     * @param seen what this computer saw on its way
     * @param clock the clock of this computer
     */
    public void show(SessionSnapshot snapshot, WitnessView seen, Instant clock) {
        var input = new TabInput(snapshot, seen, Wording.now(snapshot, clock));
        latest = input;
        FarmView common = services.view().get();
        for (TabKind kind : TabKind.values()) {
            strip.item(kind)
                    .badge(
                            kind == TabKind.HISTORY
                                    ? TabBadge.brokenOff(brokenOff.getAsInt(), wording)
                                    : TabBadge.of(kind, snapshot, common, wording));
        }
        strip.item(TabKind.LINK)
                .title(wording.text(isWired(snapshot.facts()) ? "tabs.cable" : "tabs.link"));
        bodies.computeIfAbsent(strip.chosen(), this::body).show(input);
    }

    private static boolean isWired(List<Fact> facts) {
        return facts.stream()
                .anyMatch(
                        fact -> fact.key().equals("link.kind") && "ethernet".equals(fact.value()));
    }

    /** Puts the cursor onto the handle of the chosen tab. */
    public void focusTabs() {
        strip.item(strip.chosen()).requestFocus();
    }

    /** Opens the tab with notes, changes and what logs tell. */
    public void showHistory() {
        strip.choose(TabKind.HISTORY);
    }

    /** Printers whose plugin's report is to be read again and again. */
    public Set<PrinterId> repeated() {
        return plugin.repeated();
    }
}
