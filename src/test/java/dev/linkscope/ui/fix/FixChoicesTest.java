package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.FakeFixDesk;
import dev.linkscope.ui.FakePlans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FixChoicesTest {
    private final FakeFixDesk desk = new FakeFixDesk(FakePlans.ALL, id -> "Prusa-07");

    private FixView at(Plan plan, String step, TrialState... states) {
        List<PrinterId> printers = List.of(PrinterId.random());
        String group = desk.begin(plan, plan.causes().getFirst(), printers);
        desk.turnTo(group, step);
        for (TrialState state : states) {
            desk.stand(group, state);
        }
        return desk.view(group).orElseThrow();
    }

    private static FixChoices choices(FixView view) {
        return FixChoices.of(view, FixMode.NONE, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "fake-confirm, NEXT",
        "fake-near, DONE",
        "fake-cable, DONE",
        "fake-power, LOOK",
        "fake-human, EXPORT"
    })
    void theLikeliestIsWhatTheKindOfStepAsksFor(String step, FixCommand primary) {
        assertThat(choices(at(FakePlans.WEAK_WIFI, step)).primary()).isEqualTo(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "AWAY, IS_BACK",
        "WATCHING, CLOSE",
        "UNDONE, CLOSE",
        "BETTER, UNDO_TEST",
        "HELD, FINISH",
        "TAKEN_BACK, NEXT",
        "NOT_FIXED, NEXT",
        "GIVEN_UP, NEXT",
        "CONFIRMED, NEXT",
        "STAYED_AWAY, NEXT"
    })
    void theLikeliestFollowsWhatCameOfAnExperiment(TrialState state, FixCommand primary) {
        assertThat(choices(at(FakePlans.WEAK_WIFI, "fake-near", state)).primary())
                .isEqualTo(primary);
    }

    @ParameterizedTest
    @EnumSource
    void theWizardCanAlwaysBeClosed(TrialState state) {
        assertThat(choices(at(FakePlans.WEAK_WIFI, "fake-cable", state)).commands())
                .contains(FixCommand.CLOSE);
    }

    @Test
    void onlyAnExperimentIsUndoneForATest() {
        assertThat(choices(at(FakePlans.WEAK_WIFI, "fake-cable", TrialState.BETTER)).commands())
                .doesNotContain(FixCommand.UNDO_TEST);
    }

    @Test
    void thereIsNoWayBeforeTheFirstAndAfterTheLastStep() {
        assertThat(choices(at(FakePlans.WEAK_WIFI, "fake-confirm")).commands())
                .doesNotContain(FixCommand.BACK);
        assertThat(choices(at(FakePlans.WEAK_WIFI, "fake-human")).commands())
                .contains(FixCommand.BACK, FixCommand.FINISH)
                .doesNotContain(FixCommand.NEXT);
    }

    @Test
    void nothingIsDoneThatIsNotPossible() {
        FixView view = at(FakePlans.WEAK_WIFI, "fake-power");
        assertThat(FixChoices.of(view, FixMode.LOOKED, false, false).commands())
                .doesNotContain(FixCommand.CARRY_OUT);
        assertThat(FixChoices.of(view, FixMode.LOOKED, true, false).primary())
                .isEqualTo(FixCommand.CARRY_OUT);
        assertThat(FixChoices.of(view, FixMode.SHUTTING, false, false).commands())
                .doesNotContain(FixCommand.SHUT_NOW);
    }
}
