package dev.linkscope.hands;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.PiProgram;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Linkscope can do on a printer's computer; src/docs/hands.md says how to add to it. */
public final class PiActions {
    private static final String TRY_RESOLVER = "dns.try";

    private PiActions() {}

    /**
     * All of them.
     *
     * @param program the way in
     */
    public static List<FixAction> all(PiProgram program) {
        return List.of(
                new PiAction("wifi.power_save_off", program, PiActions::given),
                new PiAction("service.restart", program, PiActions::given),
                new PiAction("time.sync", program, PiActions::given),
                new PiAction(TRY_RESOLVER, program, PiActions::withName),
                new PiAction("host.shutdown", program, PiActions::given));
    }

    private static Map<String, String> given(Printer printer, ActionCall call) {
        return call.args();
    }

    /** The name that is looked up is that of the printer's server. */
    private static Map<String, String> withName(Printer printer, ActionCall call) {
        var args = new HashMap<>(call.args());
        args.put("name", host(printer.server().withoutCredentials().value()));
        return args;
    }

    /** The host of an address; empty if it has none, which the program then says. */
    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(new URI(address).getHost(), "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
