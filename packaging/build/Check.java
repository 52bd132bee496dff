import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries what was packaged: {@code java packaging/build/Check.java JAR OUT}. Where a check is not
 * possible it says why.
 */
final class Check {
    private Check() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (!Platform.HERE.isLinux()) {
            System.out.println("The packages are not tried: this is not Linux.");
            return;
        }
        Tool.run(List.of("packaging/linux/check-jar.sh", args[0]));
        try (var packages = Files.newDirectoryStream(Path.of(args[1]), "linkscope_*.deb")) {
            for (Path deb : packages) {
                Tool.run(List.of("packaging/linux/check-deb.sh", deb.toString()));
            }
        }
    }
}
