package dev.linkscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the program is started, it is the same machine; and it starts from any folder. */
class LaunchersTest {
    /** Of the heap and the collector: a cache of classes fits those that it was trained with. */
    private static final Pattern FLAG =
            Pattern.compile("-X(?:ms|mn|X:)[A-Za-z0-9+\\-:=]+(?=[\\s\"<])");

    @TempDir Path folder;

    private static Set<String> flags(Path file) throws Exception {
        var flags = new TreeSet<String>();
        var matcher = FLAG.matcher(Files.readString(file));
        while (matcher.find()) {
            // The cache's own, and how the two scripts differ: a checkout has no cache.
            if (!matcher.group().matches(".*(AOT|TieredStopAtLevel|TrimNativeHeap).*")) {
                flags.add(matcher.group());
            }
        }
        return flags;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "packaging/linkscope", "packaging/build/Installer.java"})
    void flagsAreTheSame(String other) throws Exception {
        Set<String> wanted = flags(Path.of("packaging/linux/linkscope"));
        assertThat(wanted).contains("-XX:+UseSerialGC", "-Xms48m", "-XX:SurvivorRatio=3");
        assertThat(flags(Path.of(other))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    @Timeout(20)
    void theImageIsFoundByWayOfALinkAndWithBlanks() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Path image = folder.resolve("an other place");
        Path java = image.resolve("lib/runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 64\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path cache = image.resolve("lib/app/linkscope.aot");
        Files.createDirectories(cache.getParent());
        Files.createFile(cache);
        Path launcher = image.resolve("bin/linkscope");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("packaging/linux/linkscope"), launcher);
        Path link = Files.createSymbolicLink(folder.resolve("linkscope"), launcher);

        var process =
                new ProcessBuilder("/bin/sh", link.toString(), "diagnose", "a b")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("the code of the program").isEqualTo(64);
        assertThat(said.lines())
                .contains("-XX:TieredStopAtLevel=1", "diagnose", "a b")
                .anyMatch(line ->
                        line.startsWith("-XX:AOTCache=")
                                && line.contains("an other place")
                                && line.endsWith("linkscope.aot"));
    }
}
