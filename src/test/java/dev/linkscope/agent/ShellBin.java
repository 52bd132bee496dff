package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A folder of chosen programs, to be all of a PATH. */
final class ShellBin {
    private final Path folder;

    ShellBin(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The programs of this computer under their own names; what is not installed is left out. */
    ShellBin with(String... programs) {
        for (String program : programs) {
            Path found = find(program);
            if (found != null) {
                link(program, found);
            }
        }
        return this;
    }

    /** One program under another name. */
    ShellBin link(String name, Path program) {
        try {
            Files.createSymbolicLink(folder.resolve(name), program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A python3 that takes itself for version 3.5.3, run by the real one. */
    ShellBin withOldPython() throws Exception {
        Path script = folder.resolve("python3");
        Files.writeString(
                script,
                """
                #!/bin/sh
                code=$4; shift 4
                exec %s -I -S -c "import sys; sys.version_info = (3, 5, 3); $code" "$@"
                """
                        .formatted(python()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return this;
    }

    /** The real python, not a script that looks for one. */
    static Path python() throws IOException {
        Process process =
                new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return Path.of(lines.readLine());
        }
    }

    /** Where a program is; null if it is not installed. */
    static @Nullable Path find(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Skips the test where a program is missing, and says so. */
    static Path need(String program) {
        Path found = find(program);
        Assumptions.assumeTrue(
                found != null, String.format(Locale.ROOT, "%s is not installed", program));
        return found == null ? Path.of(program) : found;
    }
}
