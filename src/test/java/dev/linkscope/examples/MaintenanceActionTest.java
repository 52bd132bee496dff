package dev.linkscope.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.FakeSnapshots;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaintenanceActionTest {
    private static final ActionCall CALL =
            new ActionCall("notice.set", Map.of("text", "Cable is being changed"));
    private static final LinkQuestions NOBODY = LinkQuestions.NOBODY;

    private final Printer printer = FakeSnapshots.printer("Prusa");
    private String notice = "Ask Anna";

    private final MaintenanceAction action =
            new MaintenanceAction(
                    new MaintenanceAction.Board() {
                        @Override
                        public String read(Printer one) {
                            return notice;
                        }

                        @Override
                        public void write(Printer one, String text) {
                            notice = text;
                        }
                    });

    @Test
    void looksBeforeItLeapsAndGoesBack() {
        Preview shown = action.look(printer, CALL, NOBODY);
        assertThat(notice).as("looking changes nothing").isEqualTo("Ask Anna");
        assertThat(shown.possible()).isTrue();

        action.carryOut(printer, CALL, shown, NOBODY);
        action.carryOut(printer, CALL, shown, NOBODY);
        assertThat(notice).isEqualTo("Cable is being changed");
        assertThat(action.standing(printer, CALL, shown.undo(), NOBODY))
                .isEqualTo(Standing.IN_PLACE);
        assertThat(action.look(printer, CALL, NOBODY).obstacles())
                .containsExactly(Obstacle.ALREADY_SO);

        action.undo(printer, CALL, shown.undo(), NOBODY);
        action.undo(printer, CALL, shown.undo(), NOBODY);
        assertThat(notice).isEqualTo("Ask Anna");
        assertThat(action.standing(printer, CALL, shown.undo(), NOBODY))
                .isEqualTo(Standing.NOT_IN_PLACE);
    }
}
