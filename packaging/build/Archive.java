import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The image as one file that can be unpacked anywhere. */
final class Archive {
    private final Release release;

    Archive(Release release) {
        this.release = release;
    }

    void build(Path image) throws IOException, InterruptedException {
        String name =
                release.name() + "-" + release.version() + "-" + Platform.HERE.label() + release.state();
        Tool.run(
                List.of(
                        "tar",
                        "--create",
                        "--gzip",
                        "--file=" + release.out().resolve(name + ".tar.gz"),
                        "--sort=name",
                        "--mtime=@" + release.epoch(),
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--directory=" + image.getParent(),
                        image.getFileName().toString()));
    }
}
