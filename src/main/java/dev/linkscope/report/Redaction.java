package dev.linkscope.report;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.report.redact.Cleaner;
import dev.linkscope.report.redact.Marks;
import dev.linkscope.report.redact.SecretCleaner;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Knows the secrets that must not leave, and makes cleaners of reports. Thread-safe if the supplier
 * of secrets is.
 */
public final class Redaction {
    /** Stands where something was removed. */
    public static final String MARK = Marks.REMOVED;

    private record Current(List<String> secrets, SecretCleaner cleaner) {}

    private final Supplier<? extends Collection<String>> secrets;
    private volatile Current current = new Current(List.of(), new SecretCleaner(List.of()));

    /**
     * A redaction that also removes known values.
     *
     * @param secrets asked each time, so that a password typed later is removed as well
     */
    public Redaction(Supplier<? extends Collection<String>> secrets) {
        this.secrets = secrets;
    }

    /** A redaction that knows no value and goes by looks alone. */
    public static Redaction byLooks() {
        return new Redaction(List::of);
    }

    /**
     * The same, knowing for good what is known now: for one report, without asking for each text.
     */
    public Redaction now() {
        List<String> known = List.copyOf(secrets.get());
        return new Redaction(() -> known);
    }

    /** The text without credentials, which go at every level. Keeps everything else. */
    public String clean(String text) {
        List<String> now = List.copyOf(secrets.get());
        Current latest = current;
        if (!latest.secrets.equals(now)) {
            latest = new Current(now, new SecretCleaner(now));
            current = latest;
        }
        return latest.cleaner.clean(text);
    }

    /** A cleaner of one report, and of what goes beside it, at a level. */
    Cleaner cleaner(RedactionLevel level) {
        return new Cleaner(level, secrets.get());
    }
}
