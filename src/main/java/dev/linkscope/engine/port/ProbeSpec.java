package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One probe that the agent is asked to run.
 *
 * @param target id of this probe in frames; never a URL
 * @param kind what to check
 * @param cadence time from slot to slot; constant whatever the answers are
 * @param deadline an attempt without a complete answer by then has failed
 * @param url address for the HTTP kinds; null otherwise
 * @param name name to resolve for {@link ProbeKind#DNS}; null otherwise
 * @param slots how many slots to make; 0 means until stopped
 */
public record ProbeSpec(
        String target,
        ProbeKind kind,
        Duration cadence,
        Duration deadline,
        @Nullable TargetUrl url,
        @Nullable String name,
        int slots) {

    /** The same probe for an address or a name. */
    public ProbeSpec with(@Nullable TargetUrl otherUrl, @Nullable String otherName) {
        return new ProbeSpec(target, kind, cadence, deadline, otherUrl, otherName, slots);
    }
}
