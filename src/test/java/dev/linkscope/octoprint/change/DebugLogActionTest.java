package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.octoprint.change.StatefulOctoPrint.Cut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugLogActionTest extends ChangeTestCase {
    private static final String PUT = "PUT /plugin/logging/setup/levels";

    DebugLogActionTest() {
        super(DebugLogAction.ID);
    }

    @BeforeEach
    void start() throws Exception {
        start("1.11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WARNING"})
    void switchesItOnAndBack(String level) throws Exception {
        if (!level.isEmpty()) {
            octoPrint.state.levels.put(DebugLogAction.LOGGER, level);
        }
        String before = octoPrint.all();

        Preview shown = look();

        assertThat(octoPrint.changing()).isEmpty();
        assertThat(shown.changes())
                .containsExactly(
                        new ValueChange(
                                "logging: octoprint.plugins.obico",
                                level.isEmpty() ? null : level,
                                "DEBUG"));
        assertThat(shown.commands().getFirst())
                .startsWith(PUT)
                .contains("octoprint.util.comm", "octoprint.plugins.obico\":\"DEBUG");
        assertThat(texts(shown.said())).contains("token");
        assertThat(standing(shown)).isEqualTo(Standing.NOT_IN_PLACE);

        carryOut(shown);
        carryOut(shown);
        assertThat(octoPrint.changing()).containsExactly(PUT);
        assertThat(octoPrint.state.levels.toString())
                .contains("\"octoprint.util.comm\":\"DEBUG\"", "obico\":\"DEBUG");
        assertThat(standing(shown)).isEqualTo(Standing.IN_PLACE);
        assertThat(look().obstacles()).containsExactly(Obstacle.ALREADY_SO);

        undo(shown);
        undo(shown);
        assertThat(octoPrint.all()).isEqualTo(before);
        assertThat(octoPrint.changing()).hasSize(2);
    }

    @Test
    void levelsThatOthersSetMeanwhileStay() throws Exception {
        Preview shown = look();
        octoPrint.state.levels.put("octoprint.server", "DEBUG");
        carryOut(shown);
        octoPrint.state.levels.put("tornado.access", "INFO");
        undo(shown);
        assertThat(octoPrint.state.levels.toString())
                .contains("octoprint.server", "\"tornado.access\":\"INFO\"")
                .doesNotContain("obico");

        octoPrint.state.levels.put(DebugLogAction.LOGGER, "ERROR");
        failure(FailureCode.FIX_CHANGED_MEANWHILE, () -> carryOut(shown));
        failure(FailureCode.FIX_CHANGED_MEANWHILE, () -> undo(shown));
        assertThat(standing(shown)).isEqualTo(Standing.NOT_IN_PLACE);
        assertThat(octoPrint.changing()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE", "AFTER"})
    void cutInTheMiddle(Cut cut) throws Exception {
        String before = octoPrint.all();
        Preview shown = look();
        octoPrint.cut = cut;
        failure(FailureCode.FIX_FAILED, () -> carryOut(shown));
        octoPrint.cut = Cut.NEVER;
        assertThat(standing(shown))
                .isEqualTo(cut == Cut.AFTER ? Standing.IN_PLACE : Standing.NOT_IN_PLACE);
        carryOut(shown);
        assertThat(standing(shown)).isEqualTo(Standing.IN_PLACE);
        undo(shown);
        assertThat(octoPrint.all()).isEqualTo(before);
    }

    @Test
    void withoutThePluginThereIsNoLog() throws Exception {
        octoPrint.hasObico = false;
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NOT_HERE);
        assertThat(texts(shown.said())).contains("does not run");
    }

    @Test
    void whoMayNotIsToldBefore() throws Exception {
        key = StatefulOctoPrint.OPERATOR;
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NO_KEY);
        assertThat(texts(shown.said())).contains("\"operator\"", "PLUGIN_LOGGING_MANAGE");
    }
}
