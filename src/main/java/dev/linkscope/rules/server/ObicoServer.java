package dev.linkscope.rules.server;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.PrinterCase;
import java.util.Locale;
import java.util.Optional;

/** Whose server it is. Neither own nor the cloud: nobody knows. */
final class ObicoServer {
    private static final String CLOUD = "app.obico.io";

    private ObicoServer() {}

    /** The address that is measured: scheme, host and port. */
    static Optional<String> measured(PrinterCase printer) {
        return printer.facts().text("server.address").map(ObicoServer::plain);
    }

    /** The address in the plugin's settings: scheme, host and port. */
    static Optional<String> inSettings(PrinterCase printer) {
        return printer.facts().text("obico.endpoint").map(ObicoServer::plain);
    }

    /** Whether the server that is measured is one of the user's own. */
    static boolean own(PrinterCase printer) {
        Optional<String> host = host(printer);
        return host.isPresent() ? !host.get().equals(CLOUD) : health(printer).isPresent();
    }

    /** Whether it is Obico's cloud. */
    static boolean cloud(PrinterCase printer) {
        return host(printer).filter(CLOUD::equals).isPresent();
    }

    /** What a server of one's own said on its health page: {@code ok} or a status. */
    static Optional<String> health(PrinterCase printer) {
        return printer.probe(ProbeKind.SERVER_PATHS)
                .map(tally -> tally.last())
                .map(outcome -> outcome.details().get("hc"));
    }

    private static Optional<String> host(PrinterCase printer) {
        return measured(printer).or(() -> inSettings(printer)).map(ObicoServer::hostOf);
    }

    private static String hostOf(String address) {
        String rest = address.substring(address.indexOf("//") + (address.contains("//") ? 2 : 1));
        int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        return end <= 0 ? rest : rest.substring(0, end);
    }

    /** Lower case, without path and without the port that the scheme means anyway. */
    private static String plain(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        int slash = text.indexOf('/', text.contains("://") ? text.indexOf("://") + 3 : 0);
        String place = slash < 0 ? text : text.substring(0, slash);
        return place.startsWith("https://")
                ? withoutEnd(place, ":443")
                : place.startsWith("http://") ? withoutEnd(place, ":80") : place;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }
}
