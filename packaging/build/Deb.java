import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A package of Debian. */
final class Deb {
    /** The window's toolkit opens these by name at run time, so no tool finds them. */
    private static final String WINDOW =
            ", libgtk-3-0t64 | libgtk-3-0, libxtst6, libxxf86vm1, libgl1, fontconfig,"
                    + " fonts-dejavu-core | fonts-liberation | fonts-noto-core";

    private final Release release;

    Deb(Release release) {
        this.release = release;
    }

    void build(Path root, long bytes) throws IOException, InterruptedException {
        if (Tool.onPath("dpkg-deb").isEmpty()) {
            System.out.println("No .deb: there is no dpkg-deb.");
            return;
        }
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, control(bytes));
        String file =
                release.name() + "_" + release.version() + "_" + Platform.HERE.debian() + release.state();
        Tool.run(
                List.of(
                        "dpkg-deb",
                        "--root-owner-group",
                        "-Zzstd",
                        "-z9",
                        "--build",
                        root.toString(),
                        release.out().resolve(file + ".deb").toString()),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(release.epoch())));
        Folders.delete(control.getParent());
    }

    private String control(long bytes) {
        boolean window = release.flavour() == Release.Flavour.DESKTOP;
        return String.join(
                "\n",
                "Package: " + release.name(),
                "Version: " + release.version(),
                "Architecture: " + Platform.HERE.debian(),
                "Maintainer: Linkscope <linkscope@localhost>",
                "Installed-Size: " + bytes / 1024,
                // zlib, X and text layout come with the toolkit's own packages.
                "Depends: libc6 (>= 2.31), python3 (>= 3.7)" + (window ? WINDOW : ""),
                "Conflicts: " + (window ? "linkscope-watch" : "linkscope"),
                "Section: net",
                "Priority: optional",
                "Description: tells why OctoPrint loses the Obico server or its webcam",
                " Linkscope connects over SSH to the Raspberry Pi of a 3D printer, or of many,",
                " and measures the server connection and the webcam from there. It shows how",
                " often and when they fail, why, and what to do next.",
                window ? "" : " .\n This package watches without a window.\n")
                .stripTrailing()
                + "\n";
    }
}
