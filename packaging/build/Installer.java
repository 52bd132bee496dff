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
        String type;
        if (Platform.HERE.os().equals("Windows")) {
            type = "msi";
            windows(image);
        } else {
            type = "dmg";
            mac(image);
        }
        try (var made = Files.newDirectoryStream(release.out(), "*." + type)) {
            for (Path file : made) {
                String name =
                        release.name() + "-" + release.version() + "-" + Platform.HERE.label();
                Files.move(file, file.resolveSibling(name + Release.UNTESTED + "." + type));
            }
        }
    }

    private void windows(Path image) throws IOException, InterruptedException {
        List<String> command = application(image, "msi", release.version(), release.out());
        command.addAll(
                List.of(
                        "--icon", "icons/linkscope.ico",
                        "--license-file", "LICENSE",
                        // jpackage asks Windows for no links of an application's own.
                        "--app-content", "packaging/windows/links.cmd",
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-upgrade-uuid", "6f3a7c1e-5d0b-4f57-9a58-3c2a6c9b7d41"));
        Tool.run(command);
    }

    /** In two steps: between them the application is told of its links. */
    private void mac(Path image) throws IOException, InterruptedException {
        // macOS wants versions that begin with 1 or more.
        String version =
                release.version().startsWith("0.")
                        ? "1" + release.version().substring(1)
                        : release.version();
        Path work = Files.createDirectories(release.out().resolve("app"));
        List<String> command = application(image, "app-image", version, work);
        command.addAll(List.of("--icon", "icons/linkscope.icns"));
        Tool.run(command);

        Path app = work.resolve("Linkscope.app");
        Path about = app.resolve("Contents/Info.plist");
        Files.writeString(
                about,
                withLinks(
                        Files.readString(about),
                        Files.readString(Path.of("packaging/macos/Info-links.plist"))));
        // What was signed for this computer alone no longer fits.
        Tool.run(List.of("codesign", "--force", "--deep", "--sign", "-", app.toString()));
        Tool.run(
                List.of(
                        Tool.ofJdk("jpackage"),
                        "--type", "dmg",
                        "--name", "Linkscope",
                        "--app-version", version,
                        "--license-file", "LICENSE",
                        "--app-image", app.toString(),
                        "--dest", release.out().toString()));
        Folders.delete(work);
    }

    /** The keys of the second list, after those of the first. */
    static String withLinks(String about, String links) {
        int end = about.lastIndexOf("</dict>");
        int from = links.indexOf("<dict>") + "<dict>".length();
        return about.substring(0, end)
                + links.substring(from, links.lastIndexOf("</dict>")).strip()
                + "\n"
                + about.substring(end);
    }

    private List<String> application(Path image, String type, String version, Path to) {
        var command =
                new ArrayList<>(
                        List.of(
                                Tool.ofJdk("jpackage"),
                                "--type", type,
                                "--name", "Linkscope",
                                "--app-version", version,
                                "--vendor", "Linkscope",
                                "--input", image.resolve("lib/app").toString(),
                                "--main-jar", "linkscope.jar",
                                "--runtime-image", image.resolve("lib/runtime").toString(),
                                "--dest", to.toString()));
        JAVA_OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
        return command;
    }
}
