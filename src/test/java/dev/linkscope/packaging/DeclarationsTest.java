package dev.linkscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.ui.desktop.DeepLink;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What packages declare of links and files to the desktop. */
class DeclarationsTest {
    private static final Path LINUX = Path.of("packaging", "linux");
    private static final String REPORT = "application/vnd.linkscope.report+json";

    @TempDir Path folder;

    private static Map<String, String> entry(String name) throws Exception {
        var values = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(LINUX.resolve(name))) {
            if (line.startsWith("[") && !line.equals("[Desktop Entry]")) {
                break;
            }
            int equals = line.indexOf('=');
            if (equals > 0) {
                assertThat(values.put(line.substring(0, equals), line.substring(equals + 1)))
                        .as("said once: " + line)
                        .isNull();
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkscope.desktop", "linkscope-report.desktop"})
    void entriesHaveWhatTheSpecificationAsksFor(String name) throws Exception {
        Map<String, String> entry = entry(name);
        assertThat(entry).containsEntry("Type", "Application").containsKeys("Name", "Exec");
        assertThat(entry.get("MimeType")).endsWith(";");
        assertThat(entry.get("Categories")).endsWith(";");
        Path validator = Path.of("/usr/bin/desktop-file-validate");
        if (Files.isExecutable(validator)) {
            assertThat(run(validator, LINUX.resolve(name).toString())).isZero();
        }
    }

    @Test
    void linksOpenTheWindowAndReportsTheirOwn() throws Exception {
        Map<String, String> window = entry("linkscope.desktop");
        assertThat(window.get("MimeType")).isEqualTo("x-scheme-handler/" + DeepLink.SCHEME + ";");
        assertThat(window.get("Exec")).isEqualTo("linkscope %u");
        Map<String, String> report = entry("linkscope-report.desktop");
        assertThat(report.get("MimeType").split(";")).contains(REPORT, "application/pdf");
        assertThat(report.get("Exec")).isEqualTo("linkscope open %f");
    }

    @Test
    @Timeout(30)
    void aReportIsKnownByWhatIsInIt() throws Exception {
        Path packages = Files.createDirectories(folder.resolve("packages"));
        Files.copy(LINUX.resolve("linkscope-mime.xml"), packages.resolve("linkscope.xml"));
        Path updater = Path.of("/usr/bin/update-mime-database");
        Assumptions.assumeTrue(Files.isExecutable(updater), updater + " is not installed");
        assertThat(run(updater, folder.toString())).isZero();
        assertThat(Files.readString(folder.resolve("globs2"))).contains(REPORT);
        assertThat(folder.resolve("application/vnd.linkscope.report+json.xml")).exists();
    }

    @Test
    void whatIsLookedForIsWhereReportsHaveIt() {
        var english = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        byte[] written =
                new ReportJson(english, "1", Redaction.byLooks())
                        .write(SampleReports.oneIllPrinter());
        String json = new String(written, StandardCharsets.UTF_8);
        assertThat(json.indexOf("\"schemaVersion\"")).isBetween(0, 64);
        assertThat(json.indexOf("\"generatedAt\"")).isBetween(0, 256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux/linkscope-mime.xml",
                "linux/linkscope.metainfo.xml",
                "macos/Info-links.plist"
            })
    void xmlIsWellFormed(String name) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        // The document type of property lists is on a server of Apple's.
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        File file = Path.of("packaging").resolve(name).toFile();
        assertThat(factory.newDocumentBuilder().parse(file).getDocumentElement()).isNotNull();
    }

    @Test
    void theShopsKnowThisVersionAndItsEntry() throws Exception {
        String about = Files.readString(LINUX.resolve("linkscope.metainfo.xml"));
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        assertThat(about)
                .contains("<release version=\"" + version + "\"")
                .contains("<launchable type=\"desktop-id\">linkscope.desktop</launchable>")
                .contains("<mediatype>" + REPORT + "</mediatype>");
    }

    @Test
    void windowsAsksForTheSameArguments() throws Exception {
        String links = Files.readString(Path.of("packaging/windows/links.cmd"));
        assertThat(links)
                .contains("\\linkscope\" /v \"URL Protocol\"")
                .contains("/d \"\\\"%EXE%\\\" \\\"%%1\\\"\"")
                .contains("/d \"\\\"%EXE%\\\" open \\\"%%1\\\"\"");
    }

    private static int run(Path program, String argument) throws Exception {
        Process process = new ProcessBuilder(program.toString(), argument).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
