package dev.linkscope.engine;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.SecretStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of the OctoPrints that let Linkscope in: in the keychain where there is one, and in
 * memory until the program ends. May be used by any thread.
 */
final class OctoPrintKeys implements AutoCloseable {
    private final SecretStore secrets;
    private final Map<String, char[]> keys = new ConcurrentHashMap<>();

    /** The keys that are kept. */
    OctoPrintKeys(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** The key for an OctoPrint, to be wiped by the caller; empty if there is none. */
    Optional<char[]> find(TargetUrl octoPrint) {
        char[] known = keys.get(octoPrint.display());
        if (known != null) {
            return Optional.of(known.clone());
        }
        Optional<char[]> kept = secrets.find(name(octoPrint));
        kept.ifPresent(key -> keys.put(octoPrint.display(), key.clone()));
        return kept;
    }

    /** Keeps a key, and wipes the array that it came in. */
    void remember(TargetUrl octoPrint, char[] key) {
        keys.put(octoPrint.display(), key.clone());
        boolean _ = secrets.keep(name(octoPrint), key);
        Arrays.fill(key, '\0');
    }

    /** Forgets the key for an OctoPrint. */
    void forget(TargetUrl octoPrint) {
        char[] known = keys.remove(octoPrint.display());
        if (known != null) {
            Arrays.fill(known, '\0');
        }
        secrets.forget(name(octoPrint));
    }

    private static String name(TargetUrl octoPrint) {
        return "octoprint " + octoPrint.display();
    }

    /** Wipes those in memory. */
    @Override
    public void close() {
        keys.values().forEach(key -> Arrays.fill(key, '\0'));
        keys.clear();
    }
}
