package dev.linkscope.rules.server;

import dev.linkscope.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The causes that lie with the server, and Obico's plugin in OctoPrint. */
public final class ServerRules {
    /** What leaves the plugin without a connection where the path to the server works. */
    private static final List<Rule> NO_CONNECTION =
            List.of(
                    new WrongAddressRule(),
                    new LiveLinkProxyRule(),
                    new LiveLinkBlockedRule(),
                    new OwnServerRule(),
                    new OctoPrintDownRule(),
                    new SafeModeRule(),
                    new MissingPluginRule(),
                    new OldPluginRule(),
                    new EndpointDiffersRule(),
                    new ClonedTokenRule(),
                    new InvalidTokenRule(),
                    new NotLinkedRule(),
                    new CrashedPluginRule(),
                    new StartOrderRule(),
                    new RestartedRule(),
                    new BackoffRule());

    private static final List<Rule> OTHERS =
            List.of(
                    new ExpiredCertificateRule(),
                    new WrongHostCertificateRule(),
                    new NotTlsRule(),
                    new ServerDownRule(),
                    new ServerOverloadedRule(),
                    new RateLimitedRule(),
                    new NotConnectedRule(NO_CONNECTION),
                    new VersionMismatchRule(),
                    new BootErrorRule(),
                    new JanusRule(),
                    new EncoderRule(),
                    new StreamingDisabledRule(),
                    new RelayRule(),
                    new FiguresDifferRule());

    /** One rule a cause. */
    public static final List<Rule> ALL =
            Stream.of(NO_CONNECTION, OTHERS).flatMap(List::stream).toList();

    private ServerRules() {}
}
