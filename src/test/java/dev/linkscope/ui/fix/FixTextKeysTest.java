package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.ui.FakeServices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that are made of a name have their texts. */
class FixTextKeysTest {
    @Test
    void everyMadeUpKeyHasItsText() {
        var keys = new ArrayList<String>();
        for (FixStage stage : FixStage.values()) {
            keys.add(stage.key());
            keys.add(stage.nextKey());
        }
        for (FixCommand command : FixCommand.values()) {
            keys.add(command.key());
        }
        for (EntryState state : EntryState.values()) {
            keys.add("fixwizard.entry." + state);
            keys.add("fixwizard.entry.ended." + state);
        }
        for (Obstacle obstacle : Obstacle.values()) {
            keys.add("fix.obstacle." + obstacle);
        }
        for (Standing standing : Standing.values()) {
            keys.add("fixwizard.standing." + standing);
        }
        for (LedgerRow.Deed deed : LedgerRow.Deed.values()) {
            keys.add("fixwizard.ledger." + deed);
            keys.add("fixwizard.ledger.busy." + deed);
        }
        for (String work :
                List.of("saving", "looking", "printing", "changing", "shutting", "undoing")) {
            keys.add("fixwizard.busy." + work);
        }
        assertThat(keys).allMatch(FakeServices.MESSAGES::has);
    }
}
