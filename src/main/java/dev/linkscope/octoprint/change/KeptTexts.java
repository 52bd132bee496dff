package dev.linkscope.octoprint.change;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.SecretStore;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change needs to be undone and nobody may read: in memory while it is only looked at, in
 * the keychain from when it is made. Thread-safe.
 */
final class KeptTexts {
    /** Looks that nobody followed are forgotten, the oldest first. */
    private static final int MOST = 256;

    private final SecretStore secrets;
    private final Map<String, String> texts = new LinkedHashMap<>();

    KeptTexts(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Whether they outlive this program. */
    boolean last() {
        return secrets.keeps();
    }

    /** Keeps a text in memory. */
    synchronized String remember(PrinterId printer, String what, String text) {
        String name = "fix/" + printer + "/" + what + "/" + UUID.randomUUID();
        texts.put(name, text);
        Iterator<String> oldest = texts.keySet().iterator();
        while (texts.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        return name;
    }

    /** Keeps it in the keychain too, if there is one. */
    void keep(String name) {
        find(name)
                .ifPresent(text -> {
                    char[] chars = text.toCharArray();
                    boolean _ = secrets.keep(name, chars);
                    Arrays.fill(chars, '\0');
                });
    }

    /** A text; empty if it is gone. */
    Optional<String> find(String name) {
        synchronized (this) {
            String text = texts.get(name);
            if (text != null) {
                return Optional.of(text);
            }
        }
        return secrets.find(name)
                .map(chars -> {
                    String text = new String(chars);
                    Arrays.fill(chars, '\0');
                    return text;
                });
    }

    @Override
    public String toString() {
        return "KeptTexts";
    }
}
