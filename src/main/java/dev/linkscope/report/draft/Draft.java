package dev.linkscope.report.draft;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.AtomicFile;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.SlotsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** One report, drawn up: redacted once, drawn once. */
final class Draft implements ReportDraft {
    private final Content content;
    private final Messages messages;
    private final String toolVersion;
    private final UnaryOperator<String> cleaner;
    private final Progress looking;
    private final Unwritable unwritable;

    /**
     * A draft.
     *
     * @param cleaner cleans a text once more, when it is whole
     * @param looking is told while pages are drawn to be looked at
     */
    Draft(
            Content content,
            Messages messages,
            String toolVersion,
            UnaryOperator<String> cleaner,
            Progress looking) {
        this.content = content;
        this.messages = messages;
        this.toolVersion = toolVersion;
        this.cleaner = cleaner;
        this.looking = looking;
        this.unwritable = new Unwritable(messages);
    }

    @Override
    public Report report() {
        return content.redacted().report();
    }

    @Override
    public List<Removed> removed() {
        return content.redacted().removedValues();
    }

    @Override
    public int pages() {
        try {
            return content.pdf().pages(looking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] page(int page, int dpi) throws IOException {
        return content.pdf().page(page, dpi, looking);
    }

    @Override
    public void write(ReportFormat format, Path file, Progress progress) throws IOException {
        // Before the file is begun: what is drawn in memory needs no disk.
        AtomicFile.Content written = written(format, progress);
        try {
            AtomicFile.write(file, written);
        } catch (IOException e) {
            throw unwritable.of(file, e);
        }
    }

    private AtomicFile.Content written(ReportFormat format, Progress progress) throws IOException {
        return switch (format) {
            case PDF -> {
                byte[] pdf = content.pdf().bytes(progress);
                yield out -> out.write(pdf);
            }
            case JSON -> {
                progress.at(0, 1);
                byte[] json = content.json().get();
                progress.at(1, 1);
                yield out -> out.write(json);
            }
            case CSV -> out -> SlotsCsv.write(report().printers(), out, progress);
            case MARKDOWN -> {
                String id = ReportId.of(content.json().get());
                var text = new MarkdownReport(messages, toolVersion, cleaner);
                yield out -> text.write(report(), id, out, progress);
            }
            case ZIP -> {
                byte[] pdf = content.pdf().bytes(progress);
                var bundle = new SupportBundle(messages, toolVersion, cleaner);
                yield out -> bundle.write(content, pdf, out, progress);
            }
        };
    }

    @Override
    public void close() {
        content.pdf().close();
    }
}
