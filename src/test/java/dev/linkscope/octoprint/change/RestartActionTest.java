package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.octoprint.change.StatefulOctoPrint.Cut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestartActionTest extends ChangeTestCase {
    private static final String POST = "POST /api/system/commands/core/restart";

    RestartActionTest() {
        super(RestartAction.ID);
    }

    @BeforeEach
    void start() throws Exception {
        start("1.11");
    }

    @Test
    void waitsUntilItIsBack() throws Exception {
        String before = octoPrint.all();
        Preview shown = look();
        assertThat(octoPrint.changing()).isEmpty();
        assertThat(shown.possible()).isTrue();
        assertThat(shown.undo()).isNull();
        assertThat(shown.changes()).isEmpty();
        assertThat(shown.commands()).containsExactly(POST);

        assertThat(texts(carryOut(shown))).contains("Prusa", "was restarted");
        assertThat(octoPrint.starts).hasValue(1);
        assertThat(octoPrint.changing()).containsExactly(POST);
        assertThat(octoPrint.all()).isEqualTo(before);
        assertThat(action().standing(PRINTER, call(), "", LinkQuestions.NOBODY))
                .isEqualTo(Standing.CANNOT_BE_TOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Printing",
                "Printing from SD",
                "Paused",
                "Pausing",
                "Resuming",
                "Cancelling",
                "Finishing",
                "Starting print from SD"
            })
    void neverWhilePrinting(String state) throws Exception {
        Preview shown = look();
        octoPrint.state.job = state;
        failure(FailureCode.FIX_PRINTING, () -> carryOut(shown));
        assertThat(octoPrint.changing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE", "AFTER"})
    void cutInTheMiddle(Cut cut) throws Exception {
        Preview shown = look();
        octoPrint.cut = cut;
        if (cut == Cut.AFTER) {
            // It was quick to leave; that it comes back shows that it was asked.
            carryOut(shown);
            assertThat(octoPrint.starts).hasValue(1);
        } else {
            failure(FailureCode.FIX_FAILED, () -> carryOut(shown));
            assertThat(octoPrint.starts).hasValue(0);
        }
    }

    @Test
    void aCommandThatDoesNothingIsAFailure() throws Exception {
        octoPrint.restarts = false;
        failure(FailureCode.FIX_FAILED, () -> carryOut(look()));
    }

    @Test
    void withoutACommandItSaysWhatToDo() throws Exception {
        Preview shown = look();
        octoPrint.canRestart = false;
        assertThat(look().obstacles()).containsExactly(Obstacle.MISSING_PROGRAM);
        assertThat(texts(look().said())).contains("sudo service octoprint restart");
        failure(FailureCode.OCTOPRINT_NOT_THERE, () -> carryOut(shown));
    }

    @Test
    void whoMayNotIsToldBefore() throws Exception {
        key = StatefulOctoPrint.OPERATOR;
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NO_KEY);
        assertThat(texts(shown.said())).contains("SYSTEM");
    }
}
