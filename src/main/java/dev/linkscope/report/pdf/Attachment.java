package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.report.ChecksJson;
import dev.linkscope.report.Manifest;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.SlotsCsv;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A file inside the PDF. */
final class Attachment {
    /** The report itself, from which all else can be drawn up again. */
    static final String REPORT = "report.json";

    private static final String JSON = "application/json";

    /** As CSV these are about 25 MB; a larger farm has them in the report alone. */
    private static final long MAX_CSV_SLOTS = 400_000;

    private static final int LONGEST_NAME = 40;

    private final String name;
    private final String mediaType;
    private final String relationship;
    private final String description;
    private final byte[] content;

    /**
     * A file.
     *
     * @param mediaType such as {@code text/csv}
     * @param relationship to the document (ISO 19005-3 annex E)
     * @param description one line
     */
    Attachment(
            String name,
            String mediaType,
            String relationship,
            String description,
            byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.relationship = relationship;
        this.description = description;
        this.content = content;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    String relationship() {
        return relationship;
    }

    String description() {
        return description;
    }

    /** The file itself; not to be changed. */
    byte[] content() {
        return content;
    }

    /**
     * All that belongs into the PDF of a report.
     *
     * @param json the report as JSON
     * @param id of the report
     * @param toolVersion version of this program
     */
    static List<Attachment> all(
            RedactedReport redacted, byte[] json, String id, String toolVersion) {
        List<Attachment> all = new ArrayList<>();
        all.add(new Attachment(REPORT, JSON, "Source", "Linkscope report", json));
        all.addAll(slots(redacted.report()));
        all.add(
                new Attachment(
                        "checks.json",
                        JSON,
                        "Supplement",
                        "What every check said",
                        ChecksJson.of(redacted)));
        var manifest =
                new Manifest(
                        toolVersion,
                        id,
                        redacted.report().generatedAt(),
                        all.stream()
                                .map(file -> Manifest.Entry.of(file.name(), file.content()))
                                .toList());
        all.add(
                new Attachment(
                        Manifest.NAME,
                        JSON,
                        "Supplement",
                        "Sizes and hashes (SHA-256) of the other files",
                        manifest.write()));
        return all;
    }

    private static List<Attachment> slots(Report report) {
        List<PrinterReport> printers =
                report.printers().stream().filter(printer -> count(printer) > 0).toList();
        if (printers.stream().mapToLong(Attachment::count).sum() > MAX_CSV_SLOTS) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        List<Attachment> files = new ArrayList<>();
        for (PrinterReport printer : printers) {
            String name = report.printers().size() == 1 ? "" : "-" + fileName(printer, taken);
            files.add(
                    new Attachment(
                            "slots" + name + ".csv",
                            "text/csv",
                            "Data",
                            "Every slot, a line each",
                            SlotsCsv.of(printer)));
        }
        return files;
    }

    private static long count(PrinterReport printer) {
        return Stream.of(printer.server(), printer.webcam())
                .filter(Objects::nonNull)
                .flatMap(pane -> pane.trace().segments().stream())
                .mapToLong(segment -> segment.slots().size())
                .sum();
    }

    /** A name that every file system takes, and no other printer has. */
    private static String fileName(PrinterReport printer, Set<String> taken) {
        String plain =
                Normalizer.normalize(printer.name(), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String base =
                plain.isEmpty()
                        ? "printer"
                        : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
