package dev.linkscope.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that fuzzing begins with: every file below folders, in the order of their paths. */
final class Corpus {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path FINDS = Path.of("target/fuzz");

    private Corpus() {}

    /**
     * What lies in a folder or is this file.
     *
     * @param below path below the test resources
     */
    static List<byte[]> below(String below) {
        try (Stream<Path> paths = Files.walk(RESOURCES.resolve(below))) {
            var contents = new ArrayList<byte[]>();
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(path));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps an input that broke something, so that it can be looked at and joined to the corpus.
     */
    static Path keep(String reader, byte[] input) {
        try {
            Path folder = Files.createDirectories(FINDS.resolve(reader));
            String name = HexFormat.of().toHexDigits(java.util.Arrays.hashCode(input));
            return Files.write(folder.resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
