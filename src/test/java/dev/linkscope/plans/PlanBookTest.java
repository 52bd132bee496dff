package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanBookTest {
    private static final int TITLE = 40;

    /** What the hands can do, with the arguments that they know. */
    private static final Map<StepKind, Set<ActionCall>> ACTIONS =
            Map.of(
                    StepKind.ON_THE_PI,
                    Set.of(
                            new ActionCall("wifi.power_save_off", Map.of()),
                            new ActionCall("time.sync", Map.of()),
                            new ActionCall("dns.try", Map.of("resolver", "1.1.1.1")),
                            new ActionCall("service.restart", Map.of("role", "camera")),
                            new ActionCall("service.restart", Map.of("role", "octoprint")),
                            new ActionCall("service.restart", Map.of("role", "moonraker_obico"))),
                    StepKind.IN_OCTOPRINT,
                    Set.of(
                            new ActionCall("webcam.address", Map.of()),
                            new ActionCall("octoprint.restart", Map.of()),
                            new ActionCall("log.debug", Map.of())));

    /** The end of a sentence, not a dot within an address. */
    private static final Pattern SENTENCE = Pattern.compile("[.!?][\")]?(?=$| [A-Z\"])");

    private final PlanTexts texts;

    PlanBookTest() throws IOException {
        texts = new PlanTexts();
    }

    @Test
    void everyCauseHasOnePlan() {
        for (Rule rule : RuleCatalog.CAUSES) {
            assertThat(PlanTexts.BOOK.all())
                    .as(rule.id())
                    .filteredOn(plan -> plan.causes().contains(rule.id()))
                    .hasSize(1)
                    .containsExactly(PlanTexts.BOOK.forCause(rule.id()).orElseThrow());
        }
    }

    @Test
    void everySymptomHasAPlan() throws IOException {
        var symptoms = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/dev/linkscope/i18n/finding.properties"))) {
            symptoms.load(reader);
        }
        assertThat(symptoms.stringPropertyNames())
                .filteredOn(key -> key.matches("finding\\.(server|webcam)\\.[a-z]+\\.[a-z_0-9]+"))
                .filteredOn(key -> !key.endsWith(".next"))
                .hasSizeGreaterThan(50)
                .allMatch(key ->
                        PlanTexts.BOOK.forCause(key.substring("finding.".length())).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "server.dns.nxdomain, name_filter",
        "server.dns.never_heard_of, name_server",
        "server.body.never_heard_of, ground_up",
        "webcam.connect.refused, webcam_settings",
        "webcam.response.login_needed, camera_login"
    })
    void ofTwoPlansForASymptomTheOneForLessCounts(String symptom, String plan) {
        assertThat(PlanTexts.BOOK.forCause(symptom)).map(Plan::id).contains(plan);
    }

    @Test
    void whatNobodyKnowsHasNoPlan() {
        assertThat(PlanTexts.BOOK.forCause("nobody.knows")).isEmpty();
        assertThat(PlanTexts.BOOK.forCause("server")).isEmpty();
        assertThat(PlanTexts.BOOK.plan("nobody")).isEmpty();
        assertThat(PlanTexts.BOOK.drawing("nobody")).isEmpty();
    }

    @Test
    void everyPlanIsForCausesThatExist() {
        var rules = new HashSet<String>();
        RuleCatalog.CAUSES.forEach(rule -> rules.add(rule.id()));
        for (Plan plan : PlanTexts.BOOK.all()) {
            assertThat(plan.causes()).as(plan.id()).isNotEmpty();
            assertThat(plan.causes())
                    .as(plan.id())
                    .allMatch(cause ->
                            rules.contains(cause)
                                    || cause.endsWith(".*")
                                    || cause.matches("(server|webcam)\\.[a-z]+\\.[a-z_0-9]+"));
        }
    }

    @Test
    void everyTextIsThereAndNoneIsLeftOver() {
        var wanted = new TreeSet<String>();
        PlanTexts.BOOK.all().forEach(plan -> wanted.add(plan.titleKey()));
        for (PlanStep step : PlanTexts.steps()) {
            wanted.add(step.titleKey());
            wanted.add(step.textKey());
            if (step.experiment()) {
                wanted.add(step.backKey());
            }
        }
        PlanTexts.drawings().forEach(drawing -> wanted.add(drawing.altKey()));
        assertThat(new TreeSet<>(texts.keys())).isEqualTo(wanted);
        assertThat(wanted).allMatch(key -> !texts.text(key).isBlank());
    }

    @Test
    void titlesFitIntoTheBarOfSteps() {
        assertThat(PlanTexts.steps())
                .allMatch(step -> texts.text(step.titleKey()).length() <= TITLE);
        assertThat(PlanTexts.BOOK.all())
                .allMatch(plan -> texts.text(plan.titleKey()).contains("Prusa"));
    }

    @Test
    void aStepIsToldInOneToFourSentences() {
        for (PlanStep step : PlanTexts.steps()) {
            assertThat(SENTENCE.matcher(texts.text(step.textKey())).results().count())
                    .as(step.id())
                    .isBetween(1L, 4L);
        }
    }

    @Test
    void everyAdviceHasASource() {
        assertThat(PlanTexts.steps())
                .allMatch(step ->
                        !step.sources().isEmpty()
                                && step.sources().stream().noneMatch(String::isBlank));
    }

    @Test
    void whatLinkscopeDoesIsSomethingThatItCan() {
        for (PlanStep step : PlanTexts.steps()) {
            Set<ActionCall> known = ACTIONS.get(step.kind());
            if (known == null) {
                assertThat(step.action()).as(step.id()).isNull();
            } else {
                assertThat(known).as(step.id()).contains(step.action());
            }
        }
    }

    @Test
    void everyActionHasItsPlaceInSomePlan() {
        ACTIONS.forEach((kind, calls) ->
                assertThat(PlanTexts.steps())
                        .filteredOn(step -> step.kind() == kind)
                        .extracting(PlanStep::action)
                        .containsExactlyInAnyOrderElementsOf(calls));
    }

    @Test
    void noStepThatCutsThePowerOrChangesThePiIsDoneWhilePrinting() {
        assertThat(PlanTexts.steps()).filteredOn(PlanStep::powerOff).allMatch(PlanStep::idle);
        assertThat(PlanTexts.steps())
                .filteredOn(step -> step.kind() == StepKind.ON_THE_PI && step.watched())
                .allMatch(PlanStep::idle);
        assertThat(PlanTexts.step("octoprint.restart").idle()).isTrue();
    }

    @Test
    void whatNobodyDoesIsNotWatched() {
        assertThat(PlanTexts.steps())
                .filteredOn(step -> step.kind() == StepKind.WATCH || step.kind() == StepKind.HUMAN)
                .hasSizeGreaterThan(5)
                .noneMatch(step -> step.watched() || step.idle() || step.experiment());
    }

    @Test
    void anExperimentIsWatchedAndDoneByHand() {
        assertThat(PlanTexts.steps())
                .filteredOn(PlanStep::experiment)
                .allMatch(step -> step.watched() && step.kind() == StepKind.BY_HAND);
    }

    @Test
    void everyPlanEndsWithSomebodyWhoHelps() {
        for (Plan plan : PlanTexts.BOOK.all()) {
            assertThat(plan.steps()).as(plan.id()).hasSizeBetween(2, 9);
            assertThat(plan.steps().getLast().id()).as(plan.id()).isEqualTo("human.help");
            assertThat(plan.steps().subList(0, plan.steps().size() - 1))
                    .as(plan.id())
                    .noneMatch(step -> step.kind() == StepKind.HUMAN);
        }
    }

    @Test
    void newCameraAddressesAreReadByARestart() {
        for (Plan plan : PlanTexts.BOOK.all()) {
            List<String> ids = PlanTexts.ids(plan);
            int address = ids.indexOf("webcam.address");
            if (address >= 0) {
                assertThat(ids.get(address + 1)).as(plan.id()).isEqualTo("octoprint.restart");
            }
        }
    }
}
