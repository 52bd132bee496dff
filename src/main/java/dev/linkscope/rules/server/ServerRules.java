package dev.linkscope.rules.server;

import dev.linkscope.rules.Rule;
import java.util.List;

/** The causes that lie with the server, and Obico's plugin in OctoPrint. */
public final class ServerRules {
    /** One rule a cause. */
    public static final List<Rule> ALL = List.of();

    private ServerRules() {}
}
