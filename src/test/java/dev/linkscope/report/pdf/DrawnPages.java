package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.SampleFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of a report alone: nothing taken out, nothing attached. */
final class DrawnPages {
    static final Messages BERLIN = Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    private DrawnPages() {}

    static byte[] of(Report report) throws IOException {
        return of(report, BERLIN);
    }

    static byte[] of(Report report, Messages messages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var look = new Look(document, messages);
            try (var sheet = new Sheet(document)) {
                var made = new Made("LS-7QK4-22N", "1.0.0", 12);
                new ReportPages(look, sheet, made, SampleFigures::curve).add(report, Progress.NONE);
                new Furniture(look, "LS-7QK4-22N", "1.0.0", report.simulated(), List.of())
                        .add(document, sheet.finish(), report.generatedAt());
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    /** Text of all pages. */
    static String text(Report report) throws IOException {
        try (PDDocument document = Loader.loadPDF(of(report))) {
            return PageText.of(document);
        }
    }
}
