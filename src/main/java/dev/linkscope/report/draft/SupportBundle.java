package dev.linkscope.report.draft;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.AtomicFile;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.SlotsCsv;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP with everything that support asks for. Files that OctoPrint's own bundle has too have its
 * names. The same report gives the same bytes.
 */
final class SupportBundle {
    /** Where a PDF opens. */
    static final String PDF = "linkscope-report.pdf";

    static final String JSON = "report.json";
    static final String SLOTS = "slots.csv";
    static final String SUMMARY = "summary.md";
    static final String README = "README.txt";
    static final String SYSTEM_INFO = "systeminfo.txt";

    /** ZIP has no earlier times, and no later ones. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    /** So many lines of a log take a blink. */
    private static final int LINES = 500;

    private final Messages messages;
    private final String toolVersion;
    private final UnaryOperator<String> cleaner;

    /**
     * Bundles.
     *
     * @param cleaner cleans a text once more, when it is whole
     */
    SupportBundle(Messages messages, String toolVersion, UnaryOperator<String> cleaner) {
        this.messages = messages;
        this.toolVersion = toolVersion;
        this.cleaner = cleaner;
    }

    /**
     * A file of the bundle.
     *
     * @param name its name, with its folder
     * @param about key of a sentence that says what it is
     * @param content writes it
     */
    record Entry(String name, String about, AtomicFile.Content content) {}

    /** Writes the bundle; the stream stays open. */
    void write(Content content, byte[] pdf, OutputStream out, Progress progress)
            throws IOException {
        byte[] json = content.json().get();
        var steps = new Steps(progress);
        List<Entry> entries = entries(content, pdf, json, steps);
        LocalDateTime time = time(content.redacted().report().generatedAt());
        steps.of = entries.size() + 1;
        // Closing a ZIP closes what is below, which is not ours.
        try (var zip = new ZipOutputStream(new StaysOpen(out), StandardCharsets.UTF_8)) {
            steps.at(0, 0);
            var readme = new BundleReadme(messages, toolVersion);
            add(
                    zip,
                    new Entry(
                            README,
                            "",
                            to -> readme.write(content.redacted(), ReportId.of(json), entries, to)),
                    time);
            for (Entry entry : entries) {
                steps.next();
                add(zip, entry, time);
            }
            steps.next();
        }
    }

    private List<Entry> entries(Content content, byte[] pdf, byte[] json, Progress within) {
        Report report = content.redacted().report();
        String id = ReportId.of(json);
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry(
                        SUMMARY,
                        "report.bundle.summary",
                        to ->
                                new MarkdownReport(messages, toolVersion, cleaner)
                                        .write(report, id, to, within)));
        entries.add(new Entry(PDF, "report.bundle.pdf", to -> to.write(pdf)));
        entries.add(new Entry(JSON, "report.bundle.json", to -> to.write(json)));
        entries.add(
                new Entry(
                        SLOTS,
                        "report.bundle.slots",
                        to -> SlotsCsv.write(report.printers(), to, within)));
        var names = new BundleNames(entries.stream().map(Entry::name).toList());
        names.file("", README);
        var info = new SystemInfo(toolVersion, id, content.redacted(), cleaner);
        int number = 0;
        for (PrinterReport printer : report.printers()) {
            int printers = report.printers().size();
            String folder = BundleNames.folder(number, printer.name(), printers);
            entries.add(
                    new Entry(
                            names.file(folder, SYSTEM_INFO),
                            "report.bundle.systeminfo",
                            to -> to.write(info.of(printer).getBytes(StandardCharsets.UTF_8))));
            for (Beside beside : content.beside()) {
                if (beside.printer() == number) {
                    String text = beside.enclosure().text();
                    entries.add(
                            new Entry(
                                    names.file(folder, beside.enclosure().name()),
                                    "report.bundle.log",
                                    to -> writeClean(text, content, to, within)));
                }
            }
            number++;
        }
        return entries;
    }

    private static void writeClean(String text, Content content, OutputStream out, Progress within)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        int done = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            if (done++ % LINES == 0) {
                within.at(done, 0);
            }
            writer.append(content.line().apply(lines.next())).append('\n');
        }
        writer.flush();
    }

    private static void add(ZipOutputStream zip, Entry entry, LocalDateTime time)
            throws IOException {
        var file = new ZipEntry(entry.name());
        // Local time is what ZIP has; else the bytes depend on the zone of this computer.
        file.setTimeLocal(time);
        zip.putNextEntry(file);
        entry.content().writeTo(zip);
        zip.closeEntry();
    }

    private static LocalDateTime time(Instant made) {
        LocalDateTime time = LocalDateTime.ofInstant(made, ZoneOffset.UTC);
        if (time.isBefore(FIRST)) {
            return FIRST;
        }
        return time.isAfter(LAST) ? LAST : time;
    }

    /** Counts the files; what is told of within one may end it and does not count. */
    private static final class Steps implements Progress {
        private final Progress told;
        private int done;
        private int of;

        Steps(Progress told) {
            this.told = told;
        }

        void next() {
            told.at(++done, of);
        }

        @Override
        public void at(int within, int all) {
            told.at(done, of);
        }
    }

    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        /** The stream's own way is byte by byte. */
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
