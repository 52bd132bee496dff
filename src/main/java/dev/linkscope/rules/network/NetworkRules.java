package dev.linkscope.rules.network;

import dev.linkscope.rules.Rule;
import java.util.List;

/**
 * The causes that lie with the way from the printer's computer to the server: radio, cable, router,
 * names, internet, firewall.
 */
public final class NetworkRules {
    /** One rule a cause; of causes in one link the more telling first. */
    public static final List<Rule> ALL =
            List.of(
                    new NoLinkRule(),
                    new WeakWifiRule(),
                    new WifiFirmwareRule(),
                    new BusyWifiRule(),
                    new PowerSaveRule(),
                    new RoamingRule(),
                    new WifiChannelRule(),
                    new BadCableRule(),
                    new LossRule(),
                    new RouterUnreachableRule(),
                    new AddressLostRule(),
                    new NameUnknownRule(),
                    new ResolverFailsRule("servfail"),
                    new ResolverFailsRule("refused"),
                    new ResolverSilentRule(),
                    new OneResolverBadRule(),
                    new InternetDownRule(),
                    new Ipv6BrokenRule(),
                    new CaptivePortalRule(),
                    new UploadFullRule(),
                    new SameHourRule(),
                    new FirewallPortRule(),
                    new ProxyRule(),
                    new BlackHoleRule(),
                    new InterceptedRule(),
                    new WrongClockRule(),
                    new RestarterRule(),
                    new OverNowRule());

    private NetworkRules() {}
}
