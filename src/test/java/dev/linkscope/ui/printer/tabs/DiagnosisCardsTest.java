package dev.linkscope.ui.printer.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class DiagnosisCardsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Wording WORDING = new Wording(Messages.in(Locale.US, ZoneOffset.UTC));

    private static String words(Node node) {
        return TabWords.of(node);
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
