package dev.linkscope.ui.printer;

import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.history.PrinterNotes;
import dev.linkscope.ui.printer.tabs.PrinterTabs;
import dev.linkscope.ui.printer.tabs.TabServices;
import dev.linkscope.ui.timeline.PageTimeline;
import dev.linkscope.ui.timeline.TimeView;
import dev.linkscope.ui.timeline.TimelineSource;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The page of one printer: how the link stands, the verdict, and the two panes side by side. */
public final class PrinterPage extends VBox {
    /** Below this width of the page the panes stand one below the other. */
    private static final double SIDE_BY_SIDE = 740;

    private final Label name = Nodes.shortened("page-title");
    private final Label target = Nodes.shortened("muted");
    private final Label simulated;
    private final LinkCard link;
    private final VerdictCard verdict;
    private final PageTimeline timeline;
    private final JudgeCard judge;
    private final PrinterTabs tabs;
    private final PaneView server;
    private final PaneView webcam;
    private final VBox noCamera;
    private final Label noCameraWhat = Nodes.label("fact-value");
    private final Label noCameraNext = Nodes.wrapped("muted");
    private final Label notes = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final Wording wording;
    private final PrinterFixes fixes;
    private final PrinterNotes userNotes;
    private final PageMenu menu;
    private @Nullable RateLimits banded;

    /**
     * An empty page.
     *
     * @param retry asked to try a printer's link again
     * @param services what the tabs need
     * @param fixes what was changed and can be mended
     * @param userNotes what the user noted
     * @param menu what else can be done
     * @param past where the charts read what lies before the live trace
     * @param spans what can be done with a part of the time
     */
    public PrinterPage(
            Wording wording,
            Consumer<PrinterId> retry,
            TabServices services,
            PrinterFixes fixes,
            PrinterNotes userNotes,
            PageMenu menu,
            TimelineSource past,
            SpanActions spans) {
        this.wording = wording;
        this.fixes = fixes;
        this.userNotes = userNotes;
        this.menu = menu;
        getStyleClass().add("printer-page");
        notes.setId("notes");
        simulated = Nodes.labelled(wording.text("page.simulated"), "simulated-banner");
        simulated.setGraphic(Nodes.icon(MaterialDesignF.FLASK_OUTLINE, "banner-icon"));
        simulated.setMinWidth(USE_PREF_SIZE);
        link = new LinkCard(wording, retry);
        verdict = new VerdictCard(wording, fixes);
        var hooks = new LaneHooks(spans);
        timeline = new PageTimeline(past, wording, hooks);
        judge = new JudgeCard(past, wording, timeline.view(), spans);
        hooks.onJudge(judge::judge);
        tabs =
                new PrinterTabs(
                        wording,
                        timeline.view(),
                        services,
                        fixes,
                        List.of(userNotes.card(), fixes.ledger()),
                        fixes::brokenOff);
        server = new PaneView("pane.server.title", wording, timeline.server());
        server.setId("server-pane");
        webcam = new PaneView("pane.webcam.title", wording, timeline.webcam());
        webcam.setId("webcam-pane");
        noCamera = noCamera();
        getChildren()
                .setAll(
                        header(),
                        link,
                        verdict,
                        timeline.bar(),
                        judge,
                        panes(),
                        timeline.pi(),
                        tabs,
                        notes);
    }

    /** The clock that the charts of the page share, for other charts on it. */
    public TimeView timeView() {
        return timeline.view();
    }

    /** Another page is shown: what is being read for this one is no longer wanted. */
    public void left() {
        timeline.leave();
    }

    /** What was kept of the past is gone: nothing that was read of it is shown any more. */
    public void forgetPast() {
        timeline.forget();
        userNotes.reload();
    }

    private HBox header() {
        HBox.setHgrow(target, Priority.ALWAYS);
        target.setMaxWidth(Double.MAX_VALUE);
        var header = new HBox(name, target, fixes.chip(), simulated, menu);
        header.getStyleClass().add("page-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private GridPane panes() {
        var panes = new GridPane();
        panes.getStyleClass().add("panes");
        panes.getChildren().setAll(server, webcam, noCamera);
        GridPane.setConstraints(server, 0, 0);
        VBox.setVgrow(panes, Priority.ALWAYS);
        // Two panes side by side must not keep the page too wide to have one below the other.
        panes.setMinWidth(0);
        TextSize.isNarrow(this, SIDE_BY_SIDE).subscribe(narrow -> arrange(panes, narrow));
        return panes;
    }

    private void arrange(GridPane panes, boolean narrow) {
        int columns = narrow ? 1 : 2;
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        var row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        panes.getColumnConstraints().setAll(Collections.nCopies(columns, column));
        panes.getRowConstraints().setAll(Collections.nCopies(narrow ? 2 : 1, row));
        for (Node second : List.of(webcam, noCamera)) {
            GridPane.setConstraints(second, narrow ? 0 : 1, narrow ? 1 : 0);
        }
    }

    private VBox noCamera() {
        Label title = Nodes.labelled(wording.text("pane.webcam.title"), "pane-title");
        noCameraWhat.setText(wording.text("pane.webcam.none"));
        noCameraNext.setText(wording.text("pane.webcam.none.next"));
        noCameraNext.setMaxWidth(320);
        var centre =
                new VBox(
                        Nodes.icon(MaterialDesignW.WEBCAM_OFF, "empty-icon"),
                        noCameraWhat,
                        noCameraNext);
        centre.getStyleClass().add("empty-note");
        centre.setAlignment(Pos.CENTER);
        VBox.setVgrow(centre, Priority.ALWAYS);
        var card = new VBox(new HBox(title), centre);
        card.getStyleClass().addAll("card", "pane");
        card.setId("no-camera");
        return card;
    }

    /**
     * Shows a snapshot.
     *
     * @param seen what this computer saw on the printer's way
     * @param attention what the user said of the printer
     * @param clock the clock of this computer
     */
    public void show(
            SessionSnapshot snapshot, WitnessView seen, Attention attention, Instant clock) {
        Instant now = Wording.now(snapshot, clock);
        name.setText(snapshot.printer().name());
        boolean madeUp = snapshot.printer().target() instanceof Target.Simulated;
        target.setText(madeUp ? "" : snapshot.printer().target().display());
        Nodes.show(simulated, madeUp);
        Condition condition = Condition.of(snapshot, attention);
        fixes.show(snapshot.printer(), clock);
        userNotes.show(snapshot.printer().id(), now);
        menu.show(snapshot.printer());
        link.show(snapshot, condition, clock);
        verdict.show(snapshot, condition);
        Nodes.show(verdict, saysMoreThanTheLink(snapshot));
        tabs.show(snapshot, seen, clock);
        RateLimits limits = snapshot.server().figures().limits();
        if (!limits.equals(banded)) {
            banded = limits;
            timeline.limits(new Limits(limits.watch(), limits.takeAction()));
        }
        server.show(snapshot.server(), now);
        PaneSnapshot camera = snapshot.webcam();
        Nodes.show(webcam, camera != null);
        Nodes.show(noCamera, camera == null);
        if (camera != null) {
            webcam.show(camera, now);
        }
        timeline.show(snapshot, now, clock);
        judge.show(snapshot);
        showFlags(now);
        Stream<String> said = snapshot.notes().stream().map(wording.messages()::render);
        Stream<String> hint =
                snapshot.printer().target() instanceof Target.OctoPrint
                        ? Stream.of(wording.text("hint.ssh.enable"))
                        : Stream.empty();
        notes.setText(Stream.concat(hint, said).collect(Collectors.joining(" ")));
    }

    private void showFlags(Instant now) {
        Instant from = timeline.view().shownProperty().get().from();
        timeline.showFlags(
                flags(FixPane.SERVER),
                flagsText(FixPane.SERVER, from, now),
                flags(FixPane.WEBCAM),
                flagsText(FixPane.WEBCAM, from, now));
    }

    private List<ChangeFlag> flags(FixPane pane) {
        return Stream.concat(fixes.flags(pane).stream(), userNotes.flags().stream()).toList();
    }

    private String flagsText(FixPane pane, Instant from, Instant now) {
        return fixes.flagsText(pane, from, now) + userNotes.flagsText(from, now);
    }

    private static boolean saysMoreThanTheLink(SessionSnapshot snapshot) {
        return !LinkText.isNeeded(snapshot) || snapshot.worst() != PaneState.NO_DATA;
    }

    /** From now on printers are of reports: what they do not hold, nobody measures any more. */
    public void recorded() {
        server.recorded();
        webcam.recorded();
        menu.setVisible(false);
        menu.setManaged(false);
        noCameraWhat.setText(wording.text("opened.pane.empty"));
        noCameraNext.setText(wording.text("opened.no_camera"));
    }

    /** Grows whenever there are other notes to be shown. */
    public long notesRevision() {
        return userNotes.revision();
    }

    /** Printers whose plugin's report is to be read again and again. */
    public Set<PrinterId> repeated() {
        return tabs.repeated();
    }

    /** Draws the charts now, for pictures of windows that were never shown. */
    public void drawNow() {
        timeline.drawNow();
    }
}
