package dev.linkscope.report.draft;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleFigures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Drafts of reports for tests. */
final class SampleDrafts {
    static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    static final String SECRET = "correct-horse-battery";

    private SampleDrafts() {}

    static Drafts press() {
        return press(ENGLISH);
    }

    static Drafts press(Messages messages) {
        return new Drafts(
                messages, "1.2.3", new Redaction(() -> List.of(SECRET)), SampleFigures::curve);
    }

    static ReportDraft of(Report report, Enclosure... enclosures) throws IOException {
        return press().draft(report, List.of(enclosures), Progress.NONE);
    }

    /** The files of a bundle in their order. */
    static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    static byte[] written(Report report, ReportFormat format, Path folder, Enclosure... enclosures)
            throws IOException {
        Path file = folder.resolve("report." + format.ending());
        try (ReportDraft draft = of(report, enclosures)) {
            draft.write(format, file, Progress.NONE);
        }
        return Files.readAllBytes(file);
    }
}
