package dev.linkscope.rules.host;

import dev.linkscope.rules.Rule;
import java.util.List;

/** The causes that lie with the printer's computer itself. */
public final class HostRules {
    /** One rule a cause. */
    public static final List<Rule> ALL =
            List.of(
                    new UnderVoltageRule(),
                    new HeatRule(),
                    new LoadRule(),
                    new MemoryRule(),
                    new DiskFullRule(),
                    new CardFailingRule(),
                    new RebootedRule());

    private HostRules() {}
}
