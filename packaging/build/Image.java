import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with the program, its libraries and a Java machine that has what they need. */
final class Image {
    /** What {@code jdeps --print-module-deps} names, and what is only found by name at run time. */
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.naming,java.security.jgss,"
                    + "java.sql,java.xml,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,"
                    + "jdk.security.auth,jdk.unsupported,jdk.zipfs";

    /** The window's libraries, which a watch does without. */
    private static final List<String> OF_WINDOW =
            List.of(
                    "javafx-", "controlsfx-", "chartfx-", "dataset-", "math-", "bench-",
                    "atlantafx-", "ikonli-", "pngj-");

    private final Release release;

    Image(Release release) {
        this.release = release;
    }

    Path build() throws IOException, InterruptedException {
        Path image = release.out().resolve(release.name());
        Path app = image.resolve("lib/app");
        Folders.copyFile(release.jar(), app.resolve("linkscope.jar"));
        var natives = new Natives(Platform.HERE);
        List<Path> libraries = libraries();
        for (Path library : libraries) {
            natives.copy(library, app.resolve("lib"));
        }
        runtime(image.resolve("lib/runtime"));
        if (Platform.HERE.isLinux()) {
            Path launcher = image.resolve("bin/linkscope");
            Folders.copyFile(Path.of("packaging/linux/linkscope"), launcher);
            launcher.toFile().setExecutable(true, false);
        }
        Folders.copyFile(Path.of("LICENSE"), image.resolve("LICENSE"));
        Licences.lay(libraries, image);
        return image;
    }

    private List<Path> libraries() throws IOException {
        var wanted = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(release.libraries(), "*.jar")) {
            for (Path library : all) {
                String name = library.getFileName().toString();
                if (release.flavour() == Release.Flavour.DESKTOP
                        || OF_WINDOW.stream().noneMatch(name::startsWith)) {
                    wanted.add(library);
                }
            }
        }
        return wanted;
    }

    private static void runtime(Path runtime) throws IOException, InterruptedException {
        Tool.run(
                List.of(
                        Tool.ofJdk("jlink"),
                        "--add-modules",
                        MODULES,
                        "--output",
                        runtime.toString(),
                        "--include-locales=en,de",
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-9"));
        if (Platform.HERE.isLinux() && Tool.onPath("strip").isPresent()) {
            // Five megabytes of names that only a debugger reads.
            Path machine = runtime.resolve("lib/server/libjvm.so");
            Tool.run(List.of("strip", "--strip-unneeded", machine.toString()));
        }
        for (Path command : Folders.all(runtime.resolve("bin")).reversed()) {
            String name = command.getFileName().toString();
            if (Files.isRegularFile(command)
                    && (name.endsWith(".exe") || !name.contains("."))
                    && !name.matches("javaw?(\\.exe)?")) {
                Files.delete(command);
            }
        }
    }
}
