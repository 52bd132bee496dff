package dev.linkscope.launch;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads durations as the command line writes them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code
 * 2h}, {@code 3d}.
 */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public Duration convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "\"" + value + "\" is no duration; write it like 500ms, 10s, 5m, 2h or 3d");
        }
        Duration duration =
                Duration.ofMillis(
                        new BigDecimal(matcher.group(1))
                                .multiply(BigDecimal.valueOf(millis(matcher.group(2))))
                                .min(BigDecimal.valueOf(LONGEST.toMillis() + 1))
                                .longValue());
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "\"" + value + "\" must be more than nothing and at most 366d");
        }
        return duration;
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 1;
        };
    }
}
