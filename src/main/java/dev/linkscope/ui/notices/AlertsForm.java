package dev.linkscope.ui.notices;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user typed into the settings of notices.
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

    /**
     * What is wrong with it.
     *
     * @param known the webhook whose address is kept; null if there is none
     */
    Set<Problem> problems(@Nullable TargetUrl known) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (quiet && hours().isEmpty()) {
            problems.add(Problem.TIME);
        }
        if (hook && (address.isBlank() ? known == null : typed().isEmpty())) {
            problems.add(Problem.ADDRESS);
        }
        if (CommandText.parse(command).isEmpty()) {
            problems.add(Problem.COMMAND);
        }
        return problems;
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

    /**
     * The alerts that it asks for; what cannot be read stays as it was.
     *
     * @param known the webhook whose address is kept; null if there is none
     */
    Alerts applied(Alerts old, @Nullable TargetUrl known) {
        TargetUrl hookAt = typed().map(url -> new TargetUrl(url.origin())).orElse(known);
        return new Alerts(
                desktop,
                quiet ? hours().orElse(old.quiet()) : null,
                hook ? hookAt : null,
                CommandText.parse(command).orElse(old.command()),
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
