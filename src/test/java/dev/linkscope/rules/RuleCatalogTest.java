package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.rules.scenario.KeptPrinter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order causes are named, and when what was seen is named beside them. */
class RuleCatalogTest {
    private static List<Finding> findings(String scenario) {
        return RuleCatalog.findings(KeptPrinter.of(scenario));
    }

    private static List<String> supported(String scenario) {
        return findings(scenario).stream()
                .filter(Finding::supported)
                .map(finding -> finding.rule() + " " + finding.severity())
                .toList();
    }

    @Test
    void causesNearerToThePrinterComeFirst() {
        List<Layer> layers = RuleCatalog.CAUSES.stream().map(Rule::layer).toList();
        assertThat(layers).isSorted();
        assertThat(layers).contains(Layer.values()[0], Layer.CAMERA);
    }

    @Test
    void everyCauseIsJudgedOnceWhateverItsVerdict() {
        assertThat(findings("cases/T25").stream().map(Finding::rule))
                .containsExactlyInAnyOrderElementsOf(
                        RuleCatalog.CAUSES.stream().map(Rule::id).toList());
    }

    @Test
    void whatFollowsFromAnotherCauseComesBehindIt() {
        // A full line by itself matters as much; it comes of the load here, as does the heat.
        assertThat(supported("cases/T25"))
                .containsExactly(
                        "host.load CRITICAL",
                        "upload.full CRITICAL",
                        "host.heat WATCH",
                        "camera.overloaded CRITICAL");
        assertThat(supported("host.memory/supported"))
                .containsExactly(
                        "host.memory CRITICAL",
                        "octoprint.down CRITICAL",
                        "octoprint.restarted WATCH");
    }

    @Test
    void aCauseThatMattersLessDoesNotPushItsConsequenceBack() {
        // The low voltage is told as seen before; the camera hangs now.
        assertThat(supported("cases/T23_camera_died_before"))
                .containsExactly(
                        "usb.camera_resets CRITICAL",
                        "camera.stalled CRITICAL",
                        "power.undervoltage INFO");
    }

    @Test
    void whatIsOnlySaidComesLast() {
        assertThat(supported("cases/backoff-looks-unauthorised"))
                .containsExactly(
                        "internet.down CRITICAL",
                        "plugin.backoff CRITICAL",
                        "plugin.figures_differ INFO",
                        "now.fine INFO");
        assertThat(supported("cases/unauthorised-after-an-outage"))
                .containsExactly("token.invalid CRITICAL", "internet.down WATCH", "now.fine INFO");
    }

    @Test
    void theBetterGroundedOfTwoSaidThingsComesFirst() {
        // Equal in verdict and severity: by confidence, then by the clues for less those against.
        assertThat(supported("cases/version-way-fails-too"))
                .containsExactly("server.connect.timeout WATCH", "plugin.figures_differ INFO");
        assertThat(supported("cases/T23"))
                .containsExactly(
                        "usb.camera_resets CRITICAL",
                        "camera.stalled CRITICAL",
                        "power.undervoltage WATCH");
    }

    @ParameterizedTest
    @CsvSource({
        // No cause is known at all.
        "cases/camera-crashed-before, webcam.connect.refused",
        // A cause of the webcam explains nothing of the server, nor one of the server the webcam.
        "cases/crowded-computer-answers-late, server.request.timeout",
        "camera.network_path/supported, webcam.connect.timeout",
        // What matters less than the failures does not explain them.
        "cases/late-answers-and-lost-packets, server.request.timeout",
        // A live link that is refused breaks no request.
        "cases/refused-live-link-is-no-waiting, server.connect.timeout",
    })
    void whatWasSeenIsNamedWhereNoCauseExplainsIt(String scenario, String symptom) {
        assertThat(findings(scenario)).hasSize(RuleCatalog.CAUSES.size() + 1);
        assertThat(findings(scenario).stream().map(Finding::rule)).contains(symptom);
    }

    @ParameterizedTest
    @CsvSource({"cases/T25", "cases/T23", "cases/backoff-came-back-late"})
    void whatACauseExplainsIsNotNamedAgain(String scenario) {
        assertThat(findings(scenario)).hasSize(RuleCatalog.CAUSES.size());
    }

    @Test
    void ofWhatIsNotSupportedTheUndecidedComesBeforeTheRefuted() {
        List<Verdict> verdicts = findings("cases/T25").stream().map(Finding::verdict).toList();
        assertThat(verdicts).contains(Verdict.values());
        assertThat(verdicts.stream().map(RuleCatalogTest::place).toList()).isSorted();
    }

    private static int place(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> 0;
            case INCONCLUSIVE -> 1;
            case REFUTED -> 2;
        };
    }

    @Test
    void ofTheRefutedThoseWithLessAgainstThemComeFirst() {
        List<Integer> weights =
                findings("cases/T25").stream()
                        .filter(finding -> finding.verdict() == Verdict.REFUTED)
                        .map(RuleCatalogTest::weight)
                        .toList();
        assertThat(weights).isSortedAccordingTo((one, other) -> other - one);
        assertThat(weights.stream().distinct().count()).isGreaterThan(2);
    }

    private static int weight(Finding finding) {
        int weight = 0;
        for (Evidence evidence : finding.evidence()) {
            weight += evidence.speaksFor() ? 1 : -1;
        }
        return weight;
    }
}
