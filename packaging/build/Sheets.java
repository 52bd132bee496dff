import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/**
 * Compiles the sheets of a folder, with those that they import, to {@code .bss} files beside them:
 * {@code java -classpath CLASSES Sheets.java FOLDER}. Part of each build.
 */
final class Sheets {
    private Sheets() {}

    public static void main(String[] args) throws IOException {
        try (var sheets = Files.newDirectoryStream(Path.of(args[0]), "*.css")) {
            for (Path sheet : sheets) {
                String name = sheet.getFileName().toString();
                Path compiled = sheet.resolveSibling(name.replace(".css", ".bss"));
                Stylesheet.convertToBinary(sheet.toFile(), compiled.toFile());
            }
        }
    }
}
