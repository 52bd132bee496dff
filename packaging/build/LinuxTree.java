import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The files of a Linux package in their places: the image in {@code /usr/lib}, and beside it what
 * desktops, manuals and shells look for. The system's own triggers take note of them, so the
 * packages run no commands when they are installed.
 */
final class LinuxTree {
    private static final Path LINUX = Path.of("packaging", "linux");
    private static final Path SHELLS = Path.of("packaging", "completions");

    private final Release release;

    LinuxTree(Release release) {
        this.release = release;
    }

    Path lay(Path image) throws IOException {
        Path root = release.out().resolve("tree");
        Folders.delete(root);
        Folders.copy(image, root.resolve("usr/lib").resolve(release.name()));
        Path share = root.resolve("usr/share");
        Path command = root.resolve("usr/bin/linkscope");
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("../lib", release.name(), "bin/linkscope"));
        commandLine(share);
        if (release.flavour() == Release.Flavour.DESKTOP) {
            desktop(share);
        }
        return root;
    }

    private void commandLine(Path share) throws IOException {
        zipped(Path.of("packaging/man/linkscope.1"), share.resolve("man/man1/linkscope.1.gz"));
        Map.of(
                        "linkscope.bash", "bash-completion/completions/linkscope",
                        "_linkscope", "zsh/vendor-completions/_linkscope",
                        "linkscope.fish", "fish/vendor_completions.d/linkscope.fish")
                .forEach((from, to) -> plain(SHELLS.resolve(from), share.resolve(to)));
        Path papers = share.resolve("doc").resolve(release.name());
        plain(LINUX.resolve("copyright"), papers.resolve("copyright"));
        zipped(Path.of("src/docs/changelog.md"), papers.resolve("changelog.gz"));
    }

    private static void desktop(Path share) throws IOException {
        Path entries = share.resolve("applications");
        plain(LINUX.resolve("linkscope.desktop"), entries.resolve("linkscope.desktop"));
        plain(LINUX.resolve("linkscope-report.desktop"), entries.resolve("linkscope-report.desktop"));
        plain(LINUX.resolve("linkscope-mime.xml"), share.resolve("mime/packages/linkscope.xml"));
        String about = "linkscope.metainfo.xml";
        plain(LINUX.resolve(about), share.resolve("metainfo").resolve(about));
        Path icons = share.resolve("icons/hicolor");
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            plain(
                    Path.of("icons/png/linkscope-" + size + ".png"),
                    icons.resolve(size + "x" + size + "/apps/linkscope.png"));
        }
        plain(Path.of("icons/linkscope.svg"), icons.resolve("scalable/apps/linkscope.svg"));
    }

    private static void plain(Path from, Path to) {
        try {
            Folders.copyFile(from, to);
            Files.setPosixFilePermissions(
                    to, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void zipped(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            Files.copy(from, out);
        }
    }
}
