package dev.linkscope.ui.printer.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
@Timeout(60)
class OutcomesTabTest {
    private final TabFixture fixture = new TabFixture();
    private OutcomesTab tab;
    private OutcomeTable table;

    private static SessionSnapshot snapshot(String name, long outcomes, LinkState link) {
        SessionSnapshot old = FakeSnapshots.healthy(name, 3);
        return new SessionSnapshot(
                old.printer(),
                old.revision(),
                old.at(),
                link,
                null,
                null,
                old.agent(),
                old.server(),
                old.webcam(),
                List.of(
                        tally("server", ProbeKind.SERVER_HTTP),
                        tally("gateway", ProbeKind.GATEWAY)),
                List.of(),
                old.side(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                outcomes,
                0);
    }

    private static ProbeTally tally(String target, ProbeKind kind) {
        return new ProbeTally(target, kind, 5, 0, 0, 0, Map.of(), null, null, Beside.NOTHING);
    }

    private void open() throws Exception {
        FxToolkit.onFx(() -> {
            tab = new OutcomesTab(TabFixture.WORDING, fixture.view, fixture.services());
            new Scene(tab.node(), 900, 500);
            tab.node().applyCss();
            tab.node().layout();
            table = (OutcomeTable) tab.node().lookup("#outcomes");
        });
        show("Ender-01", 10);
    }

    private void show(String name, long outcomes) throws Exception {
        FxToolkit.onFx(
                () -> tab.show(TabFixture.input(snapshot(name, outcomes, LinkState.MEASURING))));
    }

    private void awaitRows(int count) {
        TabFixture.await(() -> table.getItems().size() == count);
    }

    private String count() throws Exception {
        return FxToolkit.onFx(() -> ((Label) tab.node().lookup("#outcome-count")).getText());
    }

    private String placeholder() throws Exception {
        return FxToolkit.onFx(() -> ((Label) table.getPlaceholder()).getText());
    }

    @Test
    void whatIsReadInTheBackgroundIsShownNewestFirst() throws Exception {
        fixture.timelines.gate = new CountDownLatch(1);
        open();
        assertThat(placeholder()).isEqualTo("Reading attempts …");
        fixture.timelines.gate.countDown();
        awaitRows(1_000);
        assertThat(count()).isEqualTo("The newest 1,000 attempts in the span of this page.");
        List<OutcomeRow> rows = FxToolkit.onFx(() -> List.copyOf(table.getItems()));
        assertThat(rows.getFirst().timed().at()).isAfter(rows.getLast().timed().at());
        assertThat(fixture.timelines.asked).containsExactly("[] 1000");
    }

    @Test
    void olderOnesAreReadOnRequest() throws Exception {
        open();
        awaitRows(1_000);
        FxToolkit.onFx(() -> ((Button) tab.node().lookup("#outcome-more")).fire());
        awaitRows(2_000);
        FxToolkit.onFx(() -> ((Button) tab.node().lookup("#outcome-more")).fire());
        // Two hours hold 720 of the server and 1,440 of the router.
        awaitRows(2_160);
        assertThat(FxToolkit.onFx(() -> tab.node().lookup("#outcome-more").isVisible())).isFalse();
    }

    @Test
    void theyAreSiftedByProbeResultAndWords() throws Exception {
        open();
        awaitRows(1_000);
        FxToolkit.onFx(() ->
                ((ComboBox<?>) tab.node().lookup("#outcome-probe")).getSelectionModel().select(2));
        awaitRows(720);
        assertThat(fixture.timelines.asked).endsWith("[server] 1000");
        FxToolkit.onFx(() ->
                ((ComboBox<?>) tab.node().lookup("#outcome-result")).getSelectionModel().select(2));
        assertThat(FxToolkit.onFx(() -> table.getItems().size())).isBetween(150, 200);
        assertThat(FxToolkit.onFx(() -> table.getItems().getFirst().result())).isEqualTo("failed");
        FxToolkit.onFx(
                () -> ((TextField) tab.node().lookup("#outcome-text")).setText("no such thing"));
        awaitRows(0);
        assertThat(placeholder()).startsWith("No attempt fits.");
    }

    @Test
    void newOnesComeWhileItFollowsAndNotOtherwise() throws Exception {
        open();
        awaitRows(1_000);
        FxToolkit.onFx(() -> ((CheckBox) tab.node().lookup("#outcome-live")).fire());
        for (int i = 11; i < 15; i++) {
            show("Ender-01", i);
        }
        assertThat(fixture.timelines.asked).hasSize(1);
        FxToolkit.onFx(() -> ((CheckBox) tab.node().lookup("#outcome-live")).fire());
        TabFixture.await(() -> {
            tab.show(TabFixture.input(snapshot("Ender-01", 20, LinkState.MEASURING)));
            return fixture.timelines.asked.size() == 2;
        });
    }

    @Test
    void anotherPrinterNeverShowsTheRowsOfTheOneBefore() throws Exception {
        open();
        awaitRows(1_000);
        fixture.timelines.gate = new CountDownLatch(1);
        show("MK4-04", 10);
        awaitRows(0);
        assertThat(placeholder()).isEqualTo("Reading attempts …");
        fixture.timelines.gate.countDown();
        awaitRows(1_000);
    }

    @Test
    void whatCannotBeReadOrIsNotThereIsSaid() throws Exception {
        fixture.timelines.broken = "The disk is full.";
        open();
        TabFixture.await(() -> ((Label) table.getPlaceholder()).getText().contains("disk"));
        assertThat(placeholder()).startsWith("The attempts could not be read: The disk is full.");
        FxToolkit.onFx(
                () -> tab.show(TabFixture.input(snapshot("Ender-01", 1, LinkState.RECORDED))));
        assertThat(placeholder()).startsWith("Single attempts are not in this report");
        assertThat(FxToolkit.onFx(() -> tab.node().lookup("#outcome-save").isDisabled())).isTrue();
    }

    @Test
    void selectedRowsAreCopiedAndStaySelected() throws Exception {
        open();
        awaitRows(1_000);
        FxToolkit.onFx(() -> table.getSelectionModel().selectRange(0, 3));
        FxToolkit.onFx(() -> table.show(List.copyOf(table.getItems())));
        FxToolkit.onFx(table::copy);
        String copied = FxToolkit.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.split("\n")).hasSize(3);
        assertThat(copied).startsWith("2026-11-22T10:02:1").contains("\tServer\t");
    }

    @Test
    void whatIsShownIsSavedAsCsv(@TempDir Path folder) throws Exception {
        open();
        awaitRows(1_000);
        fixture.place = folder;
        FxToolkit.onFx(() -> ((Button) tab.node().lookup("#outcome-save")).fire());
        TabFixture.await(() -> !fixture.said.isEmpty());
        assertThat(fixture.said.getFirst()).startsWith("1,000 attempts were saved to ");
        Path file = folder.resolve("linkscope-attempts-Ender-01.csv");
        assertThat(Files.readAllLines(file)).hasSize(1_001);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        fixture.place = folder.resolve("gone");
        FxToolkit.onFx(() -> ((Button) tab.node().lookup("#outcome-save")).fire());
        TabFixture.await(() -> fixture.said.size() == 2);
        assertThat(fixture.said.getLast()).contains("could not be saved", "Choose another folder");
    }
}
