import java.util.Locale;

/**
 * An operating system and a processor, by the names that libraries give to the folders of their
 * native code.
 */
record Platform(String os, String processor) {
    static final Platform HERE =
            of(System.getProperty("os.name"), System.getProperty("os.arch"));

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Mac" : "Linux";
        return new Platform(os, osArch.equals("amd64") ? "x86_64" : osArch);
    }

    boolean isLinux() {
        return os.equals("Linux");
    }

    /** Below {@code org/sqlite/native}. */
    String sqlite() {
        return os + "/" + processor;
    }

    /** Below {@code com/sun/jna}. */
    String jna() {
        String system =
                switch (os) {
                    case "Windows" -> "win32";
                    case "Mac" -> "darwin";
                    default -> "linux";
                };
        return system + "-" + processor.replace('_', '-');
    }

    String debian() {
        return processor.equals("x86_64") ? "amd64" : processor.equals("aarch64") ? "arm64" : processor;
    }

    /** In names of files. */
    String label() {
        return os.toLowerCase(Locale.ROOT) + "-" + processor;
    }

    /** Whether the packages were tried on it. */
    boolean isTried() {
        return isLinux() && processor.equals("x86_64");
    }
}
