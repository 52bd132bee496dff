import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A package of Fedora and its kin; nobody has run one yet. */
final class Rpm {
    private final Release release;

    Rpm(Release release) {
        this.release = release;
    }

    void build(Path root) throws IOException, InterruptedException {
        if (Tool.onPath("rpmbuild").isEmpty()) {
            System.out.println("No .rpm: there is no rpmbuild.");
            return;
        }
        Path work = Files.createDirectories(release.out().resolve("rpm"));
        Tool.run(
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--quiet",
                        "--define=_topdir " + work,
                        "--define=_rpmdir " + work,
                        "--define=_rpmfilename linkscope.rpm",
                        "--define=linkscope_name " + release.name(),
                        "--define=linkscope_version " + release.version(),
                        "--define=linkscope_tree " + root,
                        "packaging/linux/linkscope.spec"));
        String file =
                release.name() + "-" + release.version() + "-1." + Platform.HERE.processor()
                        + Release.UNTESTED + ".rpm";
        Files.move(work.resolve("linkscope.rpm"), release.out().resolve(file));
        Folders.delete(work);
    }
}
