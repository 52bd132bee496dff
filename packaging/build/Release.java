import java.nio.file.Path;

/**
 * What is packaged.
 *
 * @param version such as {@code 0.1.0}
 * @param jar the program
 * @param libraries the folder of its libraries
 * @param out where packages go
 * @param epoch seconds since 1970 that stand in archives as the time of all files
 */
record Release(
        String version, Path jar, Path libraries, Path out, Flavour flavour, long epoch) {

    /** With the window, or for {@code linkscope watch} and the command line alone. */
    enum Flavour {
        DESKTOP("linkscope"),
        WATCH("linkscope-watch");

        private final String packageName;

        Flavour(String packageName) {
            this.packageName = packageName;
        }

        String packageName() {
            return packageName;
        }
    }

    static Release of(String[] args) {
        if (args.length != 6) {
            throw new IllegalArgumentException(
                    "wanted: VERSION JAR LIBRARIES OUT desktop|watch TIMESTAMP");
        }
        return new Release(
                args[0],
                Path.of(args[1]).toAbsolutePath(),
                Path.of(args[2]).toAbsolutePath(),
                Path.of(args[3]).toAbsolutePath(),
                Flavour.valueOf(args[4].toUpperCase(java.util.Locale.ROOT)),
                java.time.Instant.parse(args[5]).getEpochSecond());
    }

    String name() {
        return flavour.packageName();
    }

    /** Said in the name of what nobody has run yet. */
    static final String UNTESTED = "-untested-unsigned";

    /** What the name of a package for Debian, or of the archive, says of it. */
    String state() {
        boolean tried = Platform.HERE.isTried() && flavour == Flavour.DESKTOP;
        return tried ? "" : UNTESTED;
    }
}
