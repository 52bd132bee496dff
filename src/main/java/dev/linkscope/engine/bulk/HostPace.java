package dev.linkscope.engine.bulk;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps attempts at one server apart. OpenSSH 9.8 and newer refuse a computer for a while that
 * collects more than 15 s of penalties: 5 s for each refused login, 1 s for each connection without
 * one (sshd_config(5), PerSourcePenalties). Not thread-safe.
 */
final class HostPace {
    private static final Duration AFTER_LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(6);
    private static final Duration AFTER_LOCK = Duration.ofSeconds(20);

    private final LongSupplier nanos;
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Long> notBefore = new HashMap<>();

    /** A pace by this clock, in nanoseconds. */
    HostPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long to wait until the printer may be tried; zero for now, null while it is busy. */
    @Nullable Duration until(Printer printer) {
        String server = server(printer);
        if (busy.contains(server)) {
            return null;
        }
        Long time = notBefore.get(server);
        long left = time == null ? 0 : time - nanos.getAsLong();
        return Duration.ofNanos(Math.max(0, left));
    }

    /** An attempt begins. */
    void begun(Printer printer) {
        busy.add(server(printer));
    }

    /**
     * An attempt has ended.
     *
     * @param failure how; null if it succeeded
     */
    void ended(Printer printer, boolean look, @Nullable FailureCode failure) {
        String server = server(printer);
        busy.remove(server);
        Duration rest =
                failure == FailureCode.LOCKED_OUT
                        ? AFTER_LOCK
                        : failure == FailureCode.LOGIN_REFUSED
                                ? AFTER_REFUSAL
                                : look ? AFTER_LOOK : Duration.ZERO;
        notBefore.put(server, nanos.getAsLong() + rest.toNanos());
    }

    private static String server(Printer printer) {
        return switch (printer.target()) {
            case Target.Ssh(var host, var port, _, _) ->
                    host.toLowerCase(Locale.ROOT)
                            + " "
                            + (port == null ? Target.DEFAULT_SSH_PORT : port);
            case Target.OctoPrint(var url) -> url.origin();
            case Target.Local _ -> "local";
            case Target.Simulated(var scenario) -> "simulated " + scenario;
            case Target.Recorded(var display) -> "recorded " + display;
        };
    }
}
