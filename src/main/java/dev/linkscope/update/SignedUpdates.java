package dev.linkscope.update;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.release.Release;
import dev.linkscope.domain.release.ReleaseVersion;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.support.FirstAsked;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the place that was written into this program, and believes what carries the signature of one
 * of its keys (Ed25519, RFC 8032, over the exact bytes). Thread-safe.
 */
public final class SignedUpdates implements Updates {
    private static final Logger LOG = LoggerFactory.getLogger(SignedUpdates.class);

    /** Two files, each at most so long. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final long MOST_BYTES = 64 * 1024;

    /** Of Ed25519 (RFC 8032, 5.1.6). */
    private static final int SIGNATURE_BYTES = 64;

    /** So far the clocks of those who write announcements and of this computer may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final @Nullable UpdatePlace place;
    private final String version;
    private final InstantSource clock;

    /** Most never look for a newer version, and a client takes a while to make. */
    private final FirstAsked<Fetch> fetch;

    /**
     * Asks for this program.
     *
     * @param version of this program, such as {@code 0.1.0}
     * @param clock this computer's
     */
    public SignedUpdates(String version, InstantSource clock) {
        this(
                UpdatePlace.ofProgram().orElse(null),
                version,
                clock,
                () -> Fetch.client(LONGEST).build());
    }

    SignedUpdates(
            @Nullable UpdatePlace place,
            String version,
            InstantSource clock,
            Supplier<OkHttpClient> client) {
        this.place = place;
        this.version = version;
        this.clock = clock;
        this.fetch = new FirstAsked<>(() -> new Fetch(client.get(), version));
    }

    @Override
    public Optional<String> place() {
        return Optional.ofNullable(place).map(UpdatePlace::shown);
    }

    @Override
    public Answer look(Instant newestSeen) {
        Optional<ReleaseVersion> own = ReleaseVersion.of(version);
        if (place == null || own.isEmpty()) {
            return cannotTell(place == null ? "no_place" : "no_version");
        }
        try {
            byte[] manifest = fetch.get().get(place.address(), MOST_BYTES);
            byte[] signature = fetch.get().get(place.signature(), SIGNATURE_BYTES * 2L);
            if (!isSigned(place, manifest, signature)) {
                LOG.warn("the announcement at {} is not signed by the makers", place.shown());
                return new Answer.NotGenuine(place.shown());
            }
            return judge(Manifest.read(manifest), own.get(), newestSeen);
        } catch (Fetch.NothingGot e) {
            return new Answer.CannotTell(e.why());
        } catch (UnreadableManifestException e) {
            LOG.warn("the announcement at {} cannot be read: {}", place.shown(), e.getMessage());
            return new Answer.CannotTell(
                    Statement.of("update.why.unreadable", place.address().host()));
        }
    }

    private static boolean isSigned(UpdatePlace place, byte[] manifest, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && place.keys().stream().anyMatch(key -> isSigned(key, manifest, signature));
    }

    private static boolean isSigned(PublicKey key, byte[] manifest, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(manifest);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature that cannot even be one.
            LOG.debug("a signature cannot be checked", e);
            return false;
        }
    }

    private Answer judge(Release release, ReleaseVersion own, Instant newestSeen) {
        Instant now = clock.instant();
        if (release.issued().isBefore(newestSeen)) {
            return cannotTell("older");
        }
        if (!now.isBefore(release.until())) {
            return cannotTell("expired");
        }
        if (now.plus(CLOCKS_APART).isBefore(release.issued())) {
            return cannotTell("early");
        }
        return release.version().compareTo(own) > 0
                ? new Answer.Newer(release)
                : new Answer.UpToDate(release);
    }

    private static Answer cannotTell(String why) {
        return new Answer.CannotTell(Statement.of("update.why." + why));
    }
}
