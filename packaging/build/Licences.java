import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Under which licences the libraries come: {@code packaging/licences}, copied beside the program. */
final class Licences {
    private static final Path TEXTS = Path.of("packaging", "licences");

    private Licences() {}

    /**
     * @param libraries the jars that are carried along
     * @throws IOException also if one of them is not named in {@code LIBRARIES.md}, or a text that
     *     is named there lies nowhere
     */
    static void lay(List<Path> libraries, Path image) throws IOException {
        var rows = new ArrayList<String[]>();
        for (String line : Files.readAllLines(TEXTS.resolve("LIBRARIES.md"))) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (cells.length == 5 && !cells[1].equals("jars") && !cells[1].startsWith("--")) {
                rows.add(cells);
            }
        }
        var unnamed = new TreeSet<String>();
        for (Path library : libraries) {
            String jar = library.getFileName().toString();
            String name = jar.replaceFirst("-\\d.*", "");
            if (rows.stream().noneMatch(row -> List.of(row[1].split(", ")).contains(name))) {
                unnamed.add(jar);
            }
        }
        if (!unnamed.isEmpty()) {
            throw new IOException(
                    TEXTS.resolve("LIBRARIES.md") + " does not say under which licence these come: "
                            + String.join(", ", unnamed));
        }
        Path licences = image.resolve("licences");
        Folders.copy(TEXTS, licences);
        for (String[] row : rows) {
            for (String text : row[4].split(", ")) {
                String file = text.replace("`", "");
                if (text.startsWith("`")
                        && !Files.exists(licences.resolve(file))
                        && !Files.exists(image.resolve(file))) {
                    throw new IOException("the licence of " + row[1] + " is not there: " + file);
                }
            }
        }
    }
}
