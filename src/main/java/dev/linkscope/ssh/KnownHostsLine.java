package dev.linkscope.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
 *
 * @param revoked whether the key must never be accepted
 * @param hosts patterns separated by commas, or one hashed name
 * @param type such as {@code ssh-ed25519}
 * @param key the public key's blob in base64
 * @param number number of the line, from 1
 */
record KnownHostsLine(boolean revoked, String hosts, String type, String key, int number) {
    private static final String HASHED = "|1|";

    /** Reads a line; null for comments, authorities of certificates and what is not understood. */
    static @Nullable KnownHostsLine parse(String line, int number) {
        String[] words = line.strip().split("\\s+", -1);
        boolean marked = words[0].startsWith("@");
        int first = marked ? 1 : 0;
        boolean usable = !words[0].startsWith("#") && words.length >= first + 3;
        if (!usable || (marked && !words[0].equals("@revoked"))) {
            return null;
        }
        try {
            String key = words[first + 2];
            Base64.getDecoder().decode(key);
            return new KnownHostsLine(marked, words[first], words[first + 1], key, number);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The name under which a host stands in the file. */
    static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /** Whether the line is about the host of this {@link #name}. */
    boolean isAbout(String name) {
        if (hosts.startsWith(HASHED)) {
            return isHashOf(name);
        }
        boolean found = false;
        for (String pattern : hosts.toLowerCase(Locale.ROOT).split(",", -1)) {
            boolean negated = pattern.startsWith("!");
            if (matches(negated ? pattern.substring(1) : pattern, name)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** Whether the line holds this key. */
    boolean holds(byte[] other) {
        return MessageDigest.isEqual(blob(), other);
    }

    /** The public key's blob. */
    byte[] blob() {
        return Base64.getDecoder().decode(key);
    }

    private boolean isHashOf(String name) {
        String[] parts = hosts.substring(HASHED.length()).split("\\|", -1);
        if (parts.length != 2) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts[0]);
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Matches with {@code *} and {@code ?}, in linear memory and without backtracking blow-up. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                mark = t;
            } else if (c != 0 && (c == '?' || c == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
