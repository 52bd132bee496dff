package dev.linkscope.ui.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
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
class FindingListTest {
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
                        parent.getChildrenUnmodifiable().stream().flatMap(FindingListTest::labels))
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
        var beside = new Hyperlink();
        beside.setVisible(false);
        var list = new FindingList(WORDING, FixOffer.NONE, beside);
        list.show(
                List.of(
                        finding("wifi.weak", Verdict.SUPPORTED),
                        finding("dns.silent", Verdict.INCONCLUSIVE),
                        finding("proxy", Verdict.REFUTED)));
        assertThat(words(list))
                .contains("independent signs")
                .doesNotContain("−81", "No sign of", "causes.md");
        press(list, "Why?");
        assertThat(words(list)).contains("+ The signal is −81 dBm").contains("− While the server");
        assertThat(words(list)).contains("causes.md#wifi.weak");
        press(list, "What else was looked at");
        assertThat(words(list)).contains("Cannot be told yet: ", "No sign of: ");
        list.show(List.of());
        assertThat(list.isVisible()).isFalse();
    }
}
