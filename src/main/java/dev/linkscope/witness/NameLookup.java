package dev.linkscope.witness;

import dev.linkscope.support.NamedThreads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up without waiting longer than a deadline. The system's resolver knows no deadlines,
 * so a lookup has a thread of its own; attempts that come while it still hangs wait for the same.
 */
final class NameLookup {
    private final Resolver resolver;
    private final Map<String, Lookup> running = new ConcurrentHashMap<>();

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What the system knows of names. */
    interface Resolver {
        /** All addresses of a name; may hang for a minute. */
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private final class Lookup extends FutureTask<InetAddress[]> {
        private final String host;

        Lookup(String host) {
            super(() -> resolver.find(host));
            this.host = host;
        }

        @Override
        protected void done() {
            running.remove(host, this);
        }
    }

    /** All addresses of a name. */
    InetAddress[] find(String host, Attempt attempt) throws AttemptFailed {
        var fresh = new Lookup(host);
        Lookup earlier = running.putIfAbsent(host, fresh);
        if (earlier == null) {
            NamedThreads.platform("witness-lookup", fresh).start();
        }
        try {
            return (earlier == null ? fresh : earlier).get(attempt.left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AttemptFailed("timeout");
        } catch (ExecutionException e) {
            throw new AttemptFailed(isNoName(e) ? "nxdomain" : "dns_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttemptFailed("dns_failed");
        }
    }

    /** Whether there is no such name; Java passes on the system's words alone (gai_strerror(3)). */
    private static boolean isNoName(ExecutionException error) {
        String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("not known")
                || words.contains("no such host")
                || words.contains("no address associated");
    }
}
