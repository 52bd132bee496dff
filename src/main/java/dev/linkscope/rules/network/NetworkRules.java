package dev.linkscope.rules.network;

import dev.linkscope.rules.Rule;
import java.util.List;

/**
 * The causes that lie with the way from the printer's computer to the server: radio, cable, router,
 * names, internet, firewall.
 */
public final class NetworkRules {
    /** One rule a cause. */
    public static final List<Rule> ALL = List.of(new WeakWifiRule());

    private NetworkRules() {}
}
