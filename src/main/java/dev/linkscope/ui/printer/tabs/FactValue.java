package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.support.OneLine;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readings in words. They come from the printer's computer: bounded, and on one line. */
final class FactValue {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final int LONGEST = 80;
    private static final double GIGA = 1000;

    private final Wording wording;

    FactValue(Wording wording) {
        this.wording = wording;
    }

    /** The reading of a fact that is known. */
    String text(Fact fact) {
        String value = fact.value() == null ? "" : fact.value();
        String unit = fact.unit() == null ? "" : fact.unit();
        String word = "tabs.value." + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        if (wording.messages().has(word)) {
            return wording.text(word);
        }
        if (!NUMBER.matcher(value).matches()) {
            return OneLine.of(unit.isEmpty() ? value : value + " " + unit, LONGEST);
        }
        double number = Double.parseDouble(value);
        return switch (unit) {
            case "" -> wording.text("tabs.unit.none", number);
            case "C", "°C" -> wording.text("tabs.unit.celsius", number);
            case "MB" ->
                    number >= GIGA
                            ? wording.text("tabs.unit.giga", number / GIGA)
                            : wording.text("tabs.unit.mega", number);
            case "h" -> wording.span(Duration.ofMinutes(Math.round(number * 60)));
            case "s" -> wording.text("tabs.unit.seconds", number);
            default -> wording.text("tabs.unit.other", number, OneLine.of(unit, 20));
        };
    }

    /** Why something was not checked. */
    String reason(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return wording.text("tabs.fact.untold");
        }
        String key =
                "tabs.reason."
                        + told.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "_")
                                .replaceAll("^_|_$", "");
        return wording.messages().has(key)
                ? wording.text(key)
                : wording.text("tabs.reason", OneLine.of(told, LONGEST));
    }
}
