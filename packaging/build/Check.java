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
        each(args[1], "linkscope-*.rpm", "packaging/linux/check-rpm.sh");
        each(args[1], "linkscope_*.deb", "packaging/linux/check-deb.sh");
    }

    private static void each(String folder, String names, String check)
            throws IOException, InterruptedException {
        try (var packages = Files.newDirectoryStream(Path.of(folder), names)) {
            for (Path one : packages) {
                Tool.run(List.of(check, one.toString()));
            }
        }
    }
}
