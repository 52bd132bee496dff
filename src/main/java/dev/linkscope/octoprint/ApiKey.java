package dev.linkscope.octoprint;

import java.util.Arrays;
import okhttp3.Request;

/** The key of a user, kept until it is wiped. Thread-safe. */
final class ApiKey {
    /** Longer than any: OctoPrint 1.11 makes keys of 43 characters, older ones of 32. */
    private static final int MOST = 512;

    private final char[] key;

    /**
     * Keeps a copy.
     *
     * @param key empty for requests without a key
     */
    ApiKey(char[] key) {
        this.key = key.clone();
    }

    /** Whether it can be a key at all. Others must not reach a header, whose errors quote it. */
    synchronized boolean isSendable() {
        for (char c : key) {
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return key.length <= MOST;
    }

    /** Adds it to a request. */
    synchronized Request.Builder onto(Request.Builder request) {
        return key.length == 0 ? request : request.header("X-Api-Key", new String(key));
    }

    /** Overwrites it; no longer sendable from then on. */
    synchronized void wipe() {
        Arrays.fill(key, '\0');
    }

    @Override
    public String toString() {
        return "ApiKey";
    }
}
