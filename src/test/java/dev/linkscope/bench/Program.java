package dev.linkscope.bench;

import dev.linkscope.bench.result.Peer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of this computer that Linkscope is compared with. */
public final class Program {
    /** Where servers are that are not on everybody's path. */
    private static final List<String> MORE_PLACES = List.of("/usr/sbin", "/sbin");

    private static final Pattern VERSION = Pattern.compile("[0-9]+([.][0-9a-z]+)+");
    private static final long PATIENCE_SECONDS = 10;

    private Program() {}

    /** Its file; empty where it is not installed. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), MORE_PLACES.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Who takes part.
     *
     * @param name as in the ratios
     * @param command makes it tell its version, on either output
     */
    public static Peer peer(String name, String... command) throws Exception {
        Matcher version = VERSION.matcher(output(List.of(command)));
        return new Peer(name, version.find() ? version.group() : "of unknown version");
    }

    /** What a program prints until it ends, on both outputs; however it ends. */
    public static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return printed;
    }
}
