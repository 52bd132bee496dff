package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One probe that the agent is asked to run.
 *
 * @param target id of this probe in frames; never a URL
 * @param kind what to check
 * @param cadence time from slot to slot; constant whatever the answers are
 * @param deadline an attempt without a complete answer by then has failed
 * @param url address for the kinds of HTTP; null otherwise
 * @param name host, or host and port, for the other kinds; null if they need none
 * @param auth how the login in {@code url} is presented; null for the agent's own way
 * @param slots how many slots to make; 0 means until stopped
 * @param every an attempt is made in each so many-th slot only; 0 means in none
 * @param on target that makes this probe try once more when it begins to fail; null for none
 * @param spread slot 0 lies at random within so long after the subscription
 * @param resolvers addresses of name servers that a probe of names asks beside the computer's own
 */
public record ProbeSpec(
        String target,
        ProbeKind kind,
        Duration cadence,
        Duration deadline,
        @Nullable TargetUrl url,
        @Nullable String name,
        @Nullable Auth auth,
        int slots,
        int every,
        @Nullable String on,
        Duration spread,
        List<String> resolvers) {
    public ProbeSpec {
        resolvers = List.copyOf(resolvers);
    }

    /** Ways to present a login. */
    public enum Auth {
        BASIC,
        DIGEST,
        BEARER;

        /** Name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A probe without address and end that makes an attempt in every slot. */
    public static ProbeSpec of(String target, ProbeKind kind, Duration cadence, Duration deadline) {
        return new ProbeSpec(
                target,
                kind,
                cadence,
                deadline,
                null,
                null,
                null,
                0,
                1,
                null,
                Duration.ZERO,
                List.of());
    }

    /** The same probe at another cadence. */
    public ProbeSpec withCadence(Duration other) {
        return new ProbeSpec(
                target, kind, other, deadline, url, name, auth, slots, every, on, spread,
                resolvers);
    }

    /** The same probe for an address. */
    public ProbeSpec withUrl(TargetUrl other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, other, name, auth, slots, every, on, spread,
                resolvers);
    }

    /** The same probe for a host, or a host and port. */
    public ProbeSpec withName(String other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, other, auth, slots, every, on, spread,
                resolvers);
    }

    /** The same probe with another way to present its login. */
    public ProbeSpec withAuth(Auth other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, name, other, slots, every, on, spread,
                resolvers);
    }

    /** The same probe with so many slots. */
    public ProbeSpec withSlots(int other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, name, auth, other, every, on, spread,
                resolvers);
    }

    /** The same probe with an attempt in each so many-th slot, and when a target begins to fail. */
    public ProbeSpec withEvery(int other, @Nullable String whenFails) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, name, auth, slots, other, whenFails, spread,
                resolvers);
    }

    /** The same probe, which asks these name servers too. */
    public ProbeSpec withResolvers(List<String> other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, name, auth, slots, every, on, spread, other);
    }

    /** The same probe, begun at random within so long. */
    public ProbeSpec withSpread(Duration other) {
        return new ProbeSpec(
                target, kind, cadence, deadline, url, name, auth, slots, every, on, other,
                resolvers);
    }
}
