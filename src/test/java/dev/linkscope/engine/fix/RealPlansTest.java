package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.plans.PlanBook;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plan that there is can be gone through, also where Linkscope can do nothing itself. */
@Timeout(20)
class RealPlansTest {
    private static final PlanBook PLANS = new PlanBook();

    private final FixTable table = new FixTable(PLANS);

    @AfterEach
    void close() {
        table.close();
    }

    static Stream<Plan> plans() {
        return PLANS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isGoneThroughFromTheFirstStepToTheLast(Plan plan) {
        String cause = plan.causes().getFirst();
        assertThat(table.desk.planFor(cause)).contains(plan);
        String group = table.desk.begin(plan, cause, List.of(table.one.id(), table.two.id()));
        for (PlanStep step : plan.steps()) {
            table.desk.turnTo(group, step.id());
            if (step.action() == null) {
                byHand(group, step);
            } else {
                byLinkscope(group);
            }
        }
        table.desk.end(group);
        assertThat(table.desk.views()).isEmpty();
    }

    private void byHand(String group, PlanStep step) {
        if (step.powerOff()) {
            table.desk.away(group);
            assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.AWAY);
            table.clock.pass(Duration.ofMinutes(1));
            table.desk.back(group);
        } else {
            table.desk.done(group);
        }
        boolean nothingDone = step.kind() == StepKind.WATCH || step.kind() == StepKind.HUMAN;
        assertThat(step.watched() && !nothingDone)
                .isEqualTo(table.member(group, table.two).trial() != null);
        table.clock.pass(Duration.ofMinutes(1));
    }

    private void byLinkscope(String group) {
        var shown = table.desk.look(group, LinkQuestions.NOBODY);
        assertThat(shown).hasSize(2);
        assertThat(Objects.requireNonNull(shown.get(table.one.id()).preview()).obstacles())
                .containsExactly(Obstacle.NO_WAY);
        assertThat(table.desk.carryOut(group, shown, true, LinkQuestions.NOBODY).values())
                .allMatch(entry -> entry.state() == EntryState.FAILED);
        // The user may run the commands himself.
        table.desk.done(group);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.DONE);
    }
}
