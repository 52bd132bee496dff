import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installers of Windows and macOS by jpackage, on those systems; nobody has run them yet. */
final class Installer {
    /** As packaging/linux/linkscope has them. */
    private static final List<String> JAVA_OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms48m",
                    "-Xmx256m",
                    "-Xmn32m",
                    "-XX:SurvivorRatio=3",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:+UseCompactObjectHeaders",
                    "-Djava.library.path=$APPDIR/lib",
                    "-Dorg.sqlite.lib.path=$APPDIR/lib",
                    "-Djna.boot.library.path=$APPDIR/lib",
                    "-Djna.nounpack=true");

    private final Release release;

    Installer(Release release) {
        this.release = release;
    }

    void build(Path image) throws IOException, InterruptedException {
        boolean windows = Platform.HERE.os().equals("Windows");
        String type = windows ? "msi" : "dmg";
        var command =
                new ArrayList<>(
                        List.of(
                                Tool.ofJdk("jpackage"),
                                "--type", type,
                                "--name", "Linkscope",
                                "--app-version", appVersion(windows),
                                "--vendor", "Linkscope",
                                "--license-file", "LICENSE",
                                "--input", image.resolve("lib/app").toString(),
                                "--main-jar", "linkscope.jar",
                                "--runtime-image", image.resolve("lib/runtime").toString(),
                                "--icon", "icons/linkscope." + (windows ? "ico" : "icns"),
                                "--dest", release.out().toString()));
        JAVA_OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
        if (windows) {
            command.addAll(
                    List.of(
                            "--win-per-user-install",
                            "--win-menu",
                            "--win-upgrade-uuid",
                            "6f3a7c1e-5d0b-4f57-9a58-3c2a6c9b7d41"));
        }
        Tool.run(command);
        try (var made = Files.newDirectoryStream(release.out(), "*." + type)) {
            for (Path file : made) {
                String name =
                        release.name() + "-" + release.version() + "-" + Platform.HERE.label();
                Files.move(file, file.resolveSibling(name + Release.UNTESTED + "." + type));
            }
        }
    }

    /** macOS wants versions that begin with 1 or more. */
    private String appVersion(boolean windows) {
        return !windows && release.version().startsWith("0.")
                ? "1" + release.version().substring(1)
                : release.version();
    }
}
