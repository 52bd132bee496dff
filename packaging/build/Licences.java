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
        List<Row> rows = rows();
        requireNamed(libraries, rows);
        Path licences = image.resolve("licences");
        Folders.copy(TEXTS, licences);
        for (Row row : rows) {
            for (String file : row.files()) {
                if (!Files.exists(licences.resolve(file)) && !Files.exists(image.resolve(file))) {
                    throw new IOException("the licence of " + row.jars() + " is not there: " + file);
                }
            }
        }
    }

    /** A line of the table: names of jars without versions, and where the texts lie, in backquotes. */
    private record Row(List<String> jars, List<String> texts) {
        /** Those that are files; the others lie in the jar. */
        List<String> files() {
            return texts.stream()
                    .filter(text -> text.startsWith("`"))
                    .map(text -> text.replace("`", ""))
                    .toList();
        }
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (String line : Files.readAllLines(TEXTS.resolve("LIBRARIES.md"))) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (cells.length == 5 && !cells[1].equals("jars") && !cells[1].startsWith("--")) {
                rows.add(new Row(List.of(cells[1].split(", ")), List.of(cells[4].split(", "))));
            }
        }
        return rows;
    }

    private static void requireNamed(List<Path> libraries, List<Row> rows) throws IOException {
        var unnamed = new TreeSet<String>();
        for (Path library : libraries) {
            String jar = library.getFileName().toString();
            String name = jar.replaceFirst("-\\d.*", "");
            if (rows.stream().noneMatch(row -> row.jars().contains(name))) {
                unnamed.add(jar);
            }
        }
        if (!unnamed.isEmpty()) {
            throw new IOException(
                    TEXTS.resolve("LIBRARIES.md") + " does not say under which licence these come: "
                            + String.join(", ", unnamed));
        }
    }
}
