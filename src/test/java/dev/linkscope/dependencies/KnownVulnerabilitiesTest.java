package dev.linkscope.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library has a vulnerability that is known, by a dump that is fetched beforehand. */
class KnownVulnerabilitiesTest {
    private static final String DUMP = "linkscope.osv";

    private static final String EXAMPLE =
            """
            {"id": "GHSA-1", "summary": "made up", "affected": [
              {"package": {"ecosystem": "Maven", "name": "g.h:a"}, "versions": ["1.0-odd"],
               "ranges": [{"type": "ECOSYSTEM", "events": [
                 {"introduced": "0"}, {"fixed": "1.2.1"},
                 {"introduced": "2.0-rc1"}, {"last_affected": "2.3"}]}]}]}
            """;

    @Test
    void noLibraryHasOne() throws IOException {
        String dump = System.getProperty(DUMP, "");
        Assumptions.assumeFalse(
                dump.isEmpty(), "needs -D" + DUMP + "=all.zip, see threat-model.md");
        var osv = new OsvDump(Path.of(dump));
        assertThat(osv.size()).isPositive();

        Map<Library, List<String>> known =
                new TreeMap<>(java.util.Comparator.comparing(Library::name));
        for (Library library : Library.all()) {
            List<String> found = osv.known(library);
            if (!found.isEmpty()) {
                known.put(library, found);
            }
        }
        assertThat(known).isEmpty();
    }

    @Test
    void everyLibraryIsSeen() {
        assertThat(Library.all())
                .extracting(Library::name)
                .contains("tools.jackson.core:jackson-databind", "org.apache.pdfbox:pdfbox")
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, true",
        "1.2, true",
        "1.2.1, false",
        "1.10, false",
        "1.0-odd, true",
        "2.0-beta2, false",
        "2.0-rc2, true",
        "2.0, true",
        "2.3, true",
        "2.3.1, false"
    })
    void versionsAreComparedAsMavenDoes(String version, boolean known, @TempDir Path folder)
            throws IOException {
        Path zip = folder.resolve("all.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("GHSA-1.json"));
            out.write(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        }
        var osv = new OsvDump(zip);

        assertThat(osv.known(new Library("g.h:a", version)))
                .isEqualTo(known ? List.of("GHSA-1 made up") : List.of());
        assertThat(osv.known(new Library("g.h:other", version))).isEmpty();
    }
}
