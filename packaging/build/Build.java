import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Packages the program for the system it runs on: {@code java packaging/build/Build.java VERSION JAR
 * LIBRARIES OUT FLAVOUR EPOCH}. Run by {@code mvn -Pdist verify}; src/docs/install.md says what
 * comes out.
 */
final class Build {
    private Build() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var release = Release.of(args);
        Folders.delete(release.out());
        Files.createDirectories(release.out());
        Path image = new Image(release).build();
        if (Platform.HERE.isLinux()) {
            linux(release, image);
        } else {
            new Installer(release).build(image);
        }
        materials(release);
        Checksums.write(release.out());
    }

    /** The bill of materials, which Maven writes beside the jar. */
    private static void materials(Release release) throws IOException {
        try (var bills = Files.newDirectoryStream(release.jar().getParent(), "*.cdx.json")) {
            for (Path bill : bills) {
                Folders.copyFile(bill, release.out().resolve(bill.getFileName()));
            }
        }
    }

    private static void linux(Release release, Path image)
            throws IOException, InterruptedException {
        // The cache only fits libraries of the age that they have in packages.
        Folders.date(image, release.epoch());
        new AotCache(image, release.flavour()).train();
        long bytes = Folders.size(image);
        System.out.printf("image %.1f MB%n", bytes / 1e6);
        new Archive(release).build(image);
        Path root = new LinuxTree(release).lay(image);
        new Deb(release).build(root, bytes);
        new Rpm(release).build(root);
    }
}
