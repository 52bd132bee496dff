package dev.linkscope.ui.common;

import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.i18n.Messages;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Figures and times in words, the same everywhere in the window. */
public final class Wording {
    /** Shown where a figure does not exist yet. */
    public static final String NONE = "–";

    private final Messages messages;

    /** Words in the language and zone of these messages. */
    public Wording(Messages messages) {
        this.messages = messages;
    }

    /** The text of a key. */
    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The messages behind. */
    public Messages messages() {
        return messages;
    }

    /** A share as a percentage with one decimal; 100 % without. */
    public String percent(@Nullable Double share) {
        if (share == null || share.isNaN()) {
            return NONE;
        }
        return text(share >= 0.9995 ? "figure.percent.whole" : "figure.percent", share * 100);
    }

    /** Time of day, or date and time if that was another day. */
    public String when(Instant time, Instant now) {
        LocalDate day = time.atZone(messages.zone()).toLocalDate();
        if (day.equals(now.atZone(messages.zone()).toLocalDate())) {
            return text("time.of_day", time);
        }
        return messages.clock().moment(time);
    }

    /** A number of things, grouped as the locale has it. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    /** A length of time whose number is never torn from its unit at the end of a line. */
    public String span(Duration span) {
        return messages.duration(span).replace(' ', '\u00a0');
    }

    /** How long ago that was. */
    public String ago(Instant time, Instant now) {
        return text("time.ago", Duration.between(time, now));
    }

    /**
     * The moment to which <em>ago</em> refers: the end of what was measured while measuring, since
     * a demonstration may run faster than the clock, and where that was read from a report, else
     * the clock.
     */
    public static Instant now(SessionSnapshot snapshot, Instant clock) {
        boolean ownTime =
                snapshot.link() == LinkState.MEASURING
                        || snapshot.link() == LinkState.RECORDED
                        || snapshot.printer().target() instanceof Target.Simulated;
        return ownTime || clock.isBefore(snapshot.at()) ? snapshot.at() : clock;
    }
}
