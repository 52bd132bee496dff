package dev.linkscope.domain.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a rule supported its cause without a break.
 *
 * @param rule id of the rule
 * @param severity its worst in that time
 * @param title the cause in one sentence
 * @param from when it was first concluded, UTC
 * @param to when it was no longer concluded; null while it is
 */
public record FindingSpan(
        String rule, Severity severity, Statement title, Instant from, @Nullable Instant to) {}
