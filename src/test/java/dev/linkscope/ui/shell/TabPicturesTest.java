package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideEvidence;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeTimelines;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tabs of a printer's page, to be looked at. */
@ExtendWith(FxToolkit.class)
class TabPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final List<String> TABS =
            List.of("breaks", "link", "power", "plugin", "farm", "outcomes", "history");

    private MainWindow window;

    static Stream<List<String>> pictures() {
        Stream<List<String>> usual =
                TABS.stream()
                        .flatMap(tab ->
                                Stream.of(
                                        List.of(tab, "light", "1280", "800"),
                                        List.of(tab, "dark", "1920", "1080")));
        return Stream.concat(
                usual,
                Stream.of(
                        List.of("link", "light", "960", "620"),
                        List.of("power", "dark", "1280", "800"),
                        List.of("outcomes", "dark", "1280", "800"),
                        List.of("farm", "light", "1920", "1080")));
    }

    @ParameterizedTest
    @Timeout(60)
    @MethodSource("pictures")
    void drawsTheTab(List<String> what) throws Exception {
        String tab = what.getFirst();
        int width = Integer.parseInt(what.get(2));
        int height = Integer.parseInt(what.get(3));
        FakeServices fakes = new FakeBigFarm(24).services();
        fakes.past =
                new PastServices(
                        new MemoryBook(),
                        Comparisons.NONE,
                        new FakeTimelines(),
                        file -> {
                            throw new IOException(file.toString());
                        });
        SessionSnapshot sick = sick();
        fakes.farm.put(sick);
        FxToolkit.onFx(() -> {
            window = new MainWindow(fakes.services(), new Settings(List.of(), what.get(1), "test"));
            window.theme().apply();
            Theme.dress(new Scene(window.root(), width, height));
            window.drawNow();
            window.open(sick.printer().id());
            layOut();
            Node item = window.root().lookup("#tabs-" + tab);
            item.executeAccessibleAction(AccessibleAction.FIRE);
        });
        UiWindow.await().until(() -> FxToolkit.onFx(() -> isReady(tab)));
        if (tab.equals("outcomes")) {
            FxToolkit.onFx(() ->
                    ((ComboBox<?>) window.root().lookup("#outcome-result"))
                            .getSelectionModel()
                            .select(2));
        }
        for (int round = 0; round < 4; round++) {
            FxToolkit.onFx(() -> {
                layOut();
                scroll();
            });
        }
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    BufferedImage drawn =
                            OffscreenPictures.copy(window.root().getScene().snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name = "tab-%s-%s-%dx%d.png".formatted(tab, what.get(1), width, height);
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private boolean isReady(String tab) {
        layOut();
        return switch (tab) {
            case "link" -> window.root().lookup("#lane-wifi-signal").getParent().isVisible();
            case "farm" ->
                    ((Label) window.root().lookup("#farm-lead")).getText().contains("Beside");
            case "outcomes" ->
                    !((TableView<?>) window.root().lookup("#outcomes")).getItems().isEmpty();
            default -> window.root().lookup("#tab-" + tab) != null;
        };
    }

    /** The tabs lie below the panes: the page is scrolled to its end. */
    private void scroll() {
        window.root().lookupAll(".page-scroll").stream()
                .filter(Node::isVisible)
                .map(ScrollPane.class::cast)
                .forEach(page -> page.setVvalue(page.getVmax()));
    }

    private void layOut() {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }

    private static Finding finding(
            String rule, Verdict verdict, Severity severity, Object... args) {
        String title = verdict == Verdict.SUPPORTED ? "" : ".name";
        return new Finding(
                rule,
                verdict,
                severity,
                Confidence.POINTS_TO,
                Statement.of("cause." + rule + title, args),
                List.of(),
                Statement.of("cause." + rule + ".next"),
                List.of());
    }

    private static SessionSnapshot sick() {
        SessionSnapshot old = FakeSnapshots.bursts(FakeSnapshots.printer("Prusa-07"), 7);
        return new SessionSnapshot(
                old.printer(),
                9,
                old.at(),
                old.link(),
                null,
                null,
                old.agent(),
                old.server(),
                old.webcam(),
                List.of(
                        tally("server", ProbeKind.SERVER_HTTP),
                        tally("gateway", ProbeKind.GATEWAY)),
                facts(),
                side(),
                chain(),
                List.of(),
                old.headline(),
                List.of(
                        finding("wifi.weak", Verdict.SUPPORTED, Severity.CRITICAL, -81),
                        finding("power.undervoltage", Verdict.SUPPORTED, Severity.WATCH),
                        finding("wifi.busy", Verdict.REFUTED, Severity.WATCH),
                        finding("wifi.roaming", Verdict.REFUTED, Severity.WATCH),
                        finding("wifi.power_save", Verdict.INCONCLUSIVE, Severity.WATCH),
                        finding("host.heat", Verdict.REFUTED, Severity.WATCH),
                        finding("host.load", Verdict.REFUTED, Severity.WATCH)),
                old.outcomes(),
                0);
    }

    private static ProbeTally tally(String target, ProbeKind kind) {
        return new ProbeTally(target, kind, 720, 175, 0, Map.of(), null, null, Beside.NOTHING);
    }

    private static List<LayerState> chain() {
        var none = JointCounts.NONE;
        return List.of(
                new LayerState(Layer.HOST, Health.WORKS, none),
                new LayerState(Layer.LINK, Health.BREAKS, new JointCounts(31, 29)),
                new LayerState(Layer.ROUTER, Health.NOT_CHECKED, none),
                new LayerState(Layer.DNS, Health.NOT_CHECKED, none),
                new LayerState(Layer.INTERNET, Health.NOT_CHECKED, none),
                new LayerState(Layer.TCP, Health.NOT_CHECKED, none),
                new LayerState(Layer.TLS, Health.WORKS, none),
                new LayerState(Layer.HTTP, Health.WORKS, none),
                new LayerState(Layer.WEBSOCKET, Health.DOWN, none),
                new LayerState(Layer.PLUGIN, Health.WORKS, none),
                new LayerState(Layer.CAMERA, Health.WORKS, none));
    }

    private static SideEvidence side() {
        var now = FakeSnapshots.NOW;
        return new SideEvidence(
                List.of(),
                List.of(),
                List.of(
                        new PastRecord(
                                "octoprint.log",
                                now.minusSeconds(90_000),
                                now.minusSeconds(7_200),
                                List.of(
                                        new PastEvent(
                                                PastKind.SERVER_LOST,
                                                now.minusSeconds(50_000),
                                                now.minusSeconds(48_000),
                                                "connect.timeout",
                                                3),
                                        new PastEvent(
                                                PastKind.COMPUTER_STARTED,
                                                now.minusSeconds(80_000),
                                                now.minusSeconds(80_000),
                                                "",
                                                1)))),
                new PluginReport(
                        now.minusSeconds(300),
                        new PluginReport.Counters(
                                41_200, 310, now.minusSeconds(80_000), now.minusSeconds(320)),
                        new PluginReport.Counters(39_100, 12, now.minusSeconds(70_000), null),
                        false,
                        true,
                        null,
                        false,
                        true,
                        List.of()),
                List.of(),
                List.of());
    }

    private static List<Fact> facts() {
        return List.of(
                Fact.known("link.kind", "wifi", null),
                Fact.known("wifi.associated", "true", null),
                Fact.known("wifi.signal", "-81", "dBm"),
                Fact.known("wifi.bit_rate", "6.5", "Mbit/s"),
                Fact.known("wifi.band", "2.4", "GHz"),
                Fact.known("wifi.channel", "13", null),
                Fact.known("wifi.access_point", "3fa29b11c0de", null),
                Fact.known("wifi.roams", "2", null),
                Fact.notChecked("wifi.retries", "the driver does not tell"),
                Fact.known("wifi.power_save", "on", null),
                Fact.known("kernel.wifi_lost.new", "3", null),
                Fact.known("gateway.address", "192.168.1.1", null),
                Fact.known("dns.resolvers", "192.168.1.1, 9.9.9.9", null),
                Fact.known("power.undervoltage.now", "false", null),
                Fact.known("power.undervoltage.since_boot", "true", null),
                Fact.notChecked(
                        "power.throttled.now", "vcgencmd failed; is the user in group video?"),
                Fact.absent("power.throttled.since_boot"),
                Fact.known("host.temperature", "58", "C"),
                Fact.known("host.cpus", "4", null),
                Fact.known("host.load.5min", "1.3", null),
                Fact.known("host.memory.total", "948", "MB"),
                Fact.known("host.memory.available", "412", "MB"),
                Fact.known("host.uptime", "51", "h"),
                Fact.known("disk.root.free", "21340", "MB"),
                Fact.known("disk.root.full", "false", null),
                Fact.known("clock.synchronised", "true", null),
                Fact.known("service.octoprint", "active", null),
                Fact.known("service.haproxy", "active", null),
                Fact.known("service.camera_streamer", "failed", null),
                Fact.known("octoprint.listening", "true", null));
    }
}
