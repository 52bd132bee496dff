package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants to be told.
 *
 * @param desktop whether this desktop shows notifications
 * @param quiet when nobody is to be disturbed; null for never. What happens then is in the list and
 *     told once at the end if it still lasts
 * @param webhook where notices are sent as JSON, scheme, host and port alone, for its path is a
 *     secret and kept in the {@link SecretStore}; null for nowhere
 * @param command program and arguments that get each notice; empty for none
 * @param attention what the user said of single printers; absent means {@link Attention#USUAL}
 */
public record Alerts(
        boolean desktop,
        @Nullable QuietHours quiet,
        @Nullable TargetUrl webhook,
        List<String> command,
        Map<PrinterId, Attention> attention) {
    /** Notifications on this desktop alone. */
    public static final Alerts USUAL = new Alerts(true, null, null, List.of(), Map.of());

    public Alerts {
        command = List.copyOf(command);
        attention = Map.copyOf(attention);
    }

    /** What the user said of a printer. */
    public Attention of(PrinterId printer) {
        return attention.getOrDefault(printer, Attention.USUAL);
    }

    /** The same, with something else said of these printers. */
    public Alerts attending(Collection<PrinterId> printers, UnaryOperator<Attention> change) {
        var next = new HashMap<>(attention);
        for (PrinterId printer : printers) {
            Attention said = change.apply(of(printer));
            if (said.equals(Attention.USUAL)) {
                next.remove(printer);
            } else {
                next.put(printer, said);
            }
        }
        return new Alerts(desktop, quiet, webhook, command, next);
    }

    /** The same, with nothing said of these printers. */
    public Alerts without(Collection<PrinterId> printers) {
        return attending(printers, _ -> Attention.USUAL);
    }

    /**
     * Hours of each day in this computer's zone; over midnight if {@code to} is not after {@code
     * from}.
     */
    public record QuietHours(LocalTime from, LocalTime to) {
        /** Whether a time of day is quiet; {@code to} no longer is. */
        public boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /**
     * How much a printer matters for now.
     *
     * @param plannedOff whether it is switched off on purpose: away is then no failure
     * @param mutedUntil nobody is told of it until then; null if it is not muted
     */
    public record Attention(boolean plannedOff, @Nullable Instant mutedUntil) {
        /** It matters. */
        public static final Attention USUAL = new Attention(false, null);

        /** Whether nobody is to be told of it now. */
        public boolean silent(Instant now) {
            return plannedOff || (mutedUntil != null && now.isBefore(mutedUntil));
        }
    }
}
