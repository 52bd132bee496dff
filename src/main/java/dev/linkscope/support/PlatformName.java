package dev.linkscope.support;

import java.util.Locale;

/** Names of platforms, as files of releases have them. */
public final class PlatformName {
    private PlatformName() {}

    /**
     * The platform of the system properties {@code os.name} and {@code os.arch}, such as {@code
     * linux-x64}, {@code mac-arm64} or {@code windows-x64}; what is not known keeps its own name.
     */
    public static String of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "mac" : os;
        String machine =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    default -> osArch.toLowerCase(Locale.ROOT);
                };
        return system + "-" + machine;
    }

    /** The platform that this program runs on. */
    public static String own() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }
}
