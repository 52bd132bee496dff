package dev.linkscope.ui.notices;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user typed into the dialog of notices.
 *
 * @param desktop whether this desktop shows them
 * @param quiet whether there are quiet hours
 * @param from their beginning
 * @param to their end
 * @param hook whether there is a webhook
 * @param address the webhook's new address; blank for the one that is known
 * @param command program and arguments
 */
record AlertsForm(
        boolean desktop,
        boolean quiet,
        String from,
        String to,
        boolean hook,
        String address,
        String command) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    /** What can be wrong with it. */
    enum Problem {
        TIME,
        ADDRESS,
        COMMAND
    }

    /** The form of what the user wants now. */
    static AlertsForm of(Alerts alerts) {
        QuietHours hours = alerts.quiet();
        return new AlertsForm(
                alerts.desktop(),
                hours != null,
                hours == null ? "22:00" : hours.from().format(TIME),
                hours == null ? "7:00" : hours.to().format(TIME),
                alerts.webhook() != null,
                "",
                CommandText.of(alerts.command()));
    }

    /** The first thing wrong with it; null if nothing is. */
    @Nullable Problem problem(@Nullable TargetUrl known) {
        if (quiet && hours().isEmpty()) {
            return Problem.TIME;
        }
        if (hook && (address.isBlank() ? known == null : typed().isEmpty())) {
            return Problem.ADDRESS;
        }
        return CommandText.parse(command).isEmpty() ? Problem.COMMAND : null;
    }

    /** The whole address that was typed; empty if none was, or it is not one of the web. */
    Optional<TargetUrl> typed() {
        String url = address.strip();
        boolean usable =
                url.matches("(?i)https?://[^\\s]+") && !new TargetUrl(url).origin().isEmpty();
        return usable ? Optional.of(new TargetUrl(url)) : Optional.empty();
    }

    /** Program and arguments; empty for none. */
    List<String> arguments() {
        return CommandText.parse(command).orElse(List.of());
    }

    /** The alerts that it asks for; what cannot be read stays as it was. */
    Alerts applied(Alerts old) {
        TargetUrl hookAt = typed().map(url -> new TargetUrl(url.origin())).orElse(old.webhook());
        return new Alerts(
                desktop,
                quiet ? hours().orElse(old.quiet()) : null,
                hook ? hookAt : null,
                arguments(),
                old.attention());
    }

    private Optional<QuietHours> hours() {
        try {
            return Optional.of(
                    new QuietHours(
                            LocalTime.parse(from.strip(), TIME),
                            LocalTime.parse(to.strip(), TIME)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
