package dev.linkscope.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** Single looks, and the surroundings of tests. */
final class Looks {
    /** Of looks that are to time out. */
    static final Duration DEADLINE = Duration.ofMillis(700);

    /** Of all others: the first handshake of a process loads a thousand classes. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Looks() {}

    /** Surroundings with fast times, in which loopback is a private network. */
    static Surroundings surroundings(int... routerPorts) {
        return new Surroundings(
                List.of(),
                address -> address.isLoopbackAddress() || Surroundings.isPrivate(address),
                Arrays.stream(routerPorts).boxed().toList(),
                InetAddress::getAllByName,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                () -> true,
                new Surroundings.Pace(
                        Duration.ofMillis(100),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(20),
                        Duration.ofMillis(300)));
    }

    /** What comes of one look: {@code ok}, {@code phase.class}, or {@code rest N} seconds. */
    static String at(Probe probe) {
        return at(probe, DEADLINE);
    }

    private static String at(Probe probe, Duration deadline) {
        try (var attempt = new Attempt(deadline)) {
            try {
                probe.run(attempt);
                return "ok";
            } catch (AttemptFailed e) {
                return attempt.phase().wireName() + "." + e.errorClass();
            } catch (NothingSeen e) {
                return "rest " + e.rest().toSeconds();
            } catch (IOException e) {
                return attempt.phase().wireName() + "." + Trouble.of(e);
            }
        }
    }

    /** One look at a server. */
    static String atServer(
            String url, NameLookup.Resolver resolver, SSLSocketFactory tls, Duration deadline) {
        var names = new NameLookup(resolver);
        return at(new ServerProbe(URI.create(url), "Linkscope/test", names, tls), deadline);
    }
}
