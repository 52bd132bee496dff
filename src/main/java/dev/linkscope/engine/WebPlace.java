package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a printer's OctoPrint is.
 *
 * @param host name or address, without brackets
 * @param port the port, the usual one of the scheme if none is given
 */
record WebPlace(String host, int port) {
    /** As the user gave it; empty if nobody did, or if it is no address of a page. */
    static Optional<WebPlace> of(Printer printer) {
        return Optional.ofNullable(
                        printer.target() instanceof Target.OctoPrint(TargetUrl url)
                                ? url
                                : printer.octoprint())
                .flatMap(WebPlace::of);
    }

    private static Optional<WebPlace> of(TargetUrl url) {
        try {
            var uri = new URI(url.value());
            String host = uri.getHost();
            if (host == null) {
                return Optional.empty();
            }
            int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            String bare =
                    host.startsWith("[")
                            ? host.substring(1, host.length() - 1).replace("%25", "%")
                            : host;
            return Optional.of(new WebPlace(bare, uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
