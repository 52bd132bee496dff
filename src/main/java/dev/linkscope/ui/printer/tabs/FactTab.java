package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Facts in tables, and beside them their course in time and what was concluded from them. */
abstract class FactTab implements TabBody {
    private final Wording wording;
    private final LanePanel lanes;
    private final RuleNotes rules;
    private final TwoColumns node;
    private @Nullable List<Fact> told;

    /**
     * A tab without facts yet.
     *
     * @param id of its node
     */
    FactTab(Wording wording, String id, List<FactTable> tables, LanePanel lanes, RuleNotes rules) {
        this.wording = wording;
        this.lanes = lanes;
        this.rules = rules;
        node = new TwoColumns(tables, List.of(lanes, rules));
        node.setId(id);
    }

    /** Fills the tables with facts, which are not those shown before. */
    abstract void show(FactLines lines);

    @Override
    public final Region node() {
        return node;
    }

    @Override
    public final void show(TabInput input) {
        lanes.show(input);
        rules.show(input.snapshot().findings());
        List<Fact> facts = input.snapshot().facts();
        if (!facts.equals(told)) {
            told = facts;
            show(new FactLines(facts, input.recorded(), wording));
        }
    }
}
