package dev.linkscope.ui.printer;

import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.history.PrinterNotes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private final ChainStrip chain;
    private final PastCard past;
    private final PluginCard plugin;
    private final WitnessCard witness;
    private final PaneView server;
    private final PaneView webcam;
    private final VBox noCamera;
    private final Label noCameraWhat = Nodes.label("fact-value");
    private final Label noCameraNext = Nodes.wrapped("muted");
    private final Label notes = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final Wording wording;
    private final Predicate<Printer> signedIn;
    private final PrinterFixes fixes;
    private final PrinterNotes userNotes;
    private final PageMenu menu;

    /**
     * An empty page.
     *
     * @param retry asked to try a printer's link again
     * @param readPlugin asked for the plugin's own report
     * @param signedIn whether the user signed in with a printer's OctoPrint
     * @param fixes what was changed and can be mended
     * @param userNotes what the user noted
     * @param menu what else can be done
     */
    public PrinterPage(
            Wording wording,
            Consumer<PrinterId> retry,
            Consumer<SessionSnapshot> readPlugin,
            Predicate<Printer> signedIn,
            PrinterFixes fixes,
            PrinterNotes userNotes,
            PageMenu menu) {
        this.wording = wording;
        this.fixes = fixes;
        this.userNotes = userNotes;
        this.menu = menu;
        this.signedIn = signedIn;
        getStyleClass().add("printer-page");
        notes.setId("notes");
        simulated = Nodes.labelled(wording.text("page.simulated"), "simulated-banner");
        simulated.setGraphic(Nodes.icon(MaterialDesignF.FLASK_OUTLINE, "banner-icon"));
        simulated.setMinWidth(USE_PREF_SIZE);
        link = new LinkCard(wording, retry);
        verdict = new VerdictCard(wording, fixes);
        chain = new ChainStrip(wording);
        past = new PastCard(wording);
        plugin = new PluginCard(wording, readPlugin);
        witness = new WitnessCard(wording);
        server = new PaneView("pane.server.title", wording);
        server.setId("server-pane");
        webcam = new PaneView("pane.webcam.title", wording);
        webcam.setId("webcam-pane");
        noCamera = noCamera();
        getChildren()
                .setAll(
                        header(),
                        link,
                        verdict,
                        panes(),
                        chain,
                        witness,
                        userNotes.card(),
                        fixes.ledger(),
                        past,
                        plugin,
                        notes);
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
        widthProperty()
                .map(width -> width.doubleValue() < SIDE_BY_SIDE)
                .subscribe(narrow -> arrange(panes, narrow));
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
        chain.show(snapshot.chain());
        past.show(snapshot.side().past(), now);
        plugin.show(snapshot, signedIn.test(snapshot.printer()), now);
        server.show(snapshot.server(), now, changes(FixPane.SERVER, now));
        witness.show(seen, snapshot.server().figures().state());
        PaneSnapshot camera = snapshot.webcam();
        Nodes.show(webcam, camera != null);
        Nodes.show(noCamera, camera == null);
        if (camera != null) {
            webcam.show(camera, now, changes(FixPane.WEBCAM, now));
        }
        Stream<String> said = snapshot.notes().stream().map(wording.messages()::render);
        Stream<String> hint =
                snapshot.printer().target() instanceof Target.OctoPrint
                        ? Stream.of(wording.text("hint.ssh.enable"))
                        : Stream.empty();
        notes.setText(Stream.concat(hint, said).collect(Collectors.joining(" ")));
    }

    private PaneView.Changes changes(FixPane pane, Instant now) {
        return new PaneView.Changes() {
            @Override
            public List<ChangeFlag> flags() {
                return Stream.concat(fixes.flags(pane).stream(), userNotes.flags().stream())
                        .toList();
            }

            @Override
            public String text(Instant from) {
                return fixes.flagsText(pane, from, now) + userNotes.flagsText(from, now);
            }
        };
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
        return plugin.repeated();
    }

    /** Draws the charts now, for pictures of windows that were never shown. */
    public void drawNow() {
        server.drawNow();
        webcam.drawNow();
    }
}
