package dev.linkscope.ui.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class DiagnosisCardsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Wording WORDING = new Wording(Messages.in(Locale.ENGLISH, ZoneOffset.UTC));

    private static Finding finding(String rule, Verdict verdict) {
        Statement title = Statement.of("cause." + rule + ".name");
        return new Finding(
                rule,
                verdict,
                Severity.CRITICAL,
                Confidence.POINTS_TO,
                title,
                List.of(
                        new Evidence(
                                false, Statement.of("clue.router.answered", 12), null, null, null),
                        new Evidence(
                                true,
                                Statement.of("clue.wifi.signal", -81, -70),
                                null,
                                null,
                                null)),
                Statement.of("cause." + rule + ".next"),
                List.of());
    }

    private static String words(Node node) {
        return labels(node).map(Labeled::getText).collect(Collectors.joining("\n"));
    }

    private static Stream<Labeled> labels(Node node) {
        Stream<Labeled> own = node instanceof Labeled label ? Stream.of(label) : Stream.empty();
        return node instanceof Parent parent && !(node instanceof Label)
                ? Stream.concat(
                        own,
                        parent.getChildrenUnmodifiable().stream()
                                .flatMap(DiagnosisCardsTest::labels))
                : own;
    }

    private static void press(FindingList list, String text) {
        labels(list)
                .filter(label -> label instanceof Hyperlink && label.getText().equals(text))
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElseThrow()
                .fire();
    }

    @Test
    void tellsWhyOnDemandAndWhatSpeaksAgainst() {
        var list = new FindingList(WORDING, FixOffer.NONE);
        list.show(
                List.of(
                        finding("wifi.weak", Verdict.SUPPORTED),
                        finding("dns.silent", Verdict.INCONCLUSIVE),
                        finding("proxy", Verdict.REFUTED)));
        assertThat(words(list)).contains("independent signs").doesNotContain("-81", "No sign of");
        press(list, "Why?");
        assertThat(words(list)).contains("+ The signal is -81 dBm").contains("− While the server");
        press(list, "What else was looked at");
        assertThat(words(list)).contains("Cannot be told yet: ", "No sign of: ");
        list.show(List.of());
        assertThat(list.isVisible()).isFalse();
    }

    @Test
    void whatLiesBehindABreakIsNeverRed() {
        var strip = new ChainStrip(WORDING);
        strip.show(
                List.of(
                        new LayerState(Layer.LINK, Health.BREAKS, new JointCounts(31, 29)),
                        new LayerState(Layer.ROUTER, Health.DOWN, JointCounts.NONE),
                        new LayerState(Layer.DNS, Health.NOT_CHECKED, JointCounts.NONE)));
        assertThat(words(strip)).contains("29", "31", "Could not be checked then");
        assertThat(strip.lookupAll(".chain-link"))
                .extracting(node -> node.getStyleClass().getLast())
                .containsExactlyInAnyOrder("tone-watch", "tone-bad", "tone-neutral");
    }

    @Test
    void dropOutsOfTheLogsAreMarkedAsIncomplete() {
        var card = new PastCard(WORDING);
        assertThat(card.isVisible()).isFalse();
        var log =
                new PastRecord(
                        "octoprint.log",
                        NOW.minusSeconds(36_000),
                        NOW,
                        List.of(
                                new PastEvent(
                                        PastKind.SERVER_LOST,
                                        NOW.minusSeconds(7_200),
                                        NOW.minusSeconds(5_000),
                                        "connect.timeout",
                                        3),
                                new PastEvent(
                                        PastKind.OCTOPRINT_STARTED,
                                        NOW.minusSeconds(4_000),
                                        NOW.minusSeconds(4_000),
                                        "",
                                        1)));
        card.show(List.of(log), NOW);
        assertThat(card.isVisible()).isTrue();
        assertThat(words(card))
                .contains("incomplete, and not in the rate")
                .contains("Obico lost the server once, last at 10:00")
                .contains("OctoPrint started once");
    }
}
