package dev.linkscope.octoprint.change;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.support.OneLine;
import org.jspecify.annotations.Nullable;

/** Addresses for people, and in what is kept. */
final class Shown {
    private static final int MOST = 200;

    private Shown() {}

    /** An address without user name, password and unknown parameters, on one line. */
    static String address(String address) {
        return OneLine.of(new TargetUrl(address).display(), MOST);
    }

    /** The same where there may be none. */
    static @Nullable String orNone(@Nullable String address) {
        return address == null || address.isEmpty() ? null : address(address);
    }

    /** Whether people may see every character of it, so that it is no secret. */
    static boolean isOpen(@Nullable String address) {
        return address == null || address.isEmpty() || address(address).equals(address);
    }
}
