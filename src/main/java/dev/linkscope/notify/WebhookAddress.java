package dev.linkscope.notify;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.SecretStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The whole address of the webhook. Its path is a secret: the settings hold where it leads, the
 * keychain all of it; without a keychain it is known until the program ends.
 */
final class WebhookAddress {
    private static final String SECRET = "webhook";

    private final Supplier<Alerts> alerts;
    private final SecretStore secrets;
    private volatile @Nullable HttpUrl known;

    WebhookAddress(Supplier<Alerts> alerts, SecretStore secrets) {
        this.alerts = alerts;
        this.secrets = secrets;
    }

    /** Scheme, host and port of the webhook that the user wants; null for none. */
    @Nullable TargetUrl wanted() {
        return alerts.get().webhook();
    }

    /** The whole address of what is wanted; empty if nothing is, or it is not known. Blocks. */
    Optional<HttpUrl> find() {
        TargetUrl wanted = wanted();
        if (wanted == null) {
            return Optional.empty();
        }
        HttpUrl last = known;
        if (last != null && leadsTo(last, wanted)) {
            return Optional.of(last);
        }
        Optional<HttpUrl> kept = secrets.find(SECRET).flatMap(WebhookAddress::parsed);
        // What is kept for another host must not get this one's notices.
        kept.filter(address -> leadsTo(address, wanted)).ifPresent(address -> known = address);
        return kept.filter(address -> leadsTo(address, wanted));
    }

    private static Optional<HttpUrl> parsed(char[] secret) {
        try {
            return Optional.ofNullable(HttpUrl.parse(new String(secret)));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static boolean leadsTo(HttpUrl address, TargetUrl origin) {
        HttpUrl there = HttpUrl.parse(origin.value().toLowerCase(Locale.ROOT));
        return there != null
                && there.host().equals(address.host())
                && there.port() == address.port()
                && there.scheme().equals(address.scheme());
    }

    /** Takes an address; whether it is kept beyond the end of the program. Blocks. */
    boolean keep(TargetUrl full) {
        known = HttpUrl.parse(full.value());
        char[] secret = full.value().toCharArray();
        try {
            return secrets.keep(SECRET, secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Forgets it. Blocks. */
    void forget() {
        known = null;
        secrets.forget(SECRET);
    }
}
