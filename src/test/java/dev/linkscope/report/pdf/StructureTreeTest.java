package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.SampleReports;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a screen reader is told of the pages. */
@Timeout(60)
class StructureTreeTest {
    @Test
    void headingsParagraphsTablesAndFiguresAreOfOneSection() throws Exception {
        try (PDDocument document = drawn()) {
            assertThat(outline(document.getDocumentCatalog().getStructureTreeRoot(), ""))
                    .isEqualTo(
                            """
                            Document
                             Sect
                              H1
                              P
                              H2
                              Table
                               TR
                                TH
                                TH
                               TR
                                TH
                                TD
                               TR
                                TD
                              Figure(a curve)
                              P
                              Div
                               P
                            """);
        }
    }

    @Test
    void textIsReadInTheOrderOfThePage() throws Exception {
        byte[] pdf = PdfReportTest.pdf(SampleReports.oneIllPrinter());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            String outline = outline(catalog.getStructureTreeRoot(), "");
            assertThat(outline).startsWith("Document\n Sect\n  H1\n").contains("  H2\n");
            assertThat(outline.indexOf("H1")).isEqualTo(outline.lastIndexOf("H1"));
        }
    }

    private static PDDocument drawn() throws Exception {
        var document = new PDDocument();
        var look = new Look(document, Messages.in(Locale.ENGLISH, ZoneOffset.UTC));
        try (var sheet = new Sheet(document)) {
            sheet.begin("x");
            sheet.add(new TitleBlock(look.fonts.title, "Title"));
            sheet.add(new Panel(look.body("Words ".repeat(60)), Color.WHITE, Color.RED));
            sheet.section(
                    look.heading("Table"),
                    List.of(
                            new Row(List.of(look.label(0.5, "From"), look.label(0.5, "To"))),
                            new Row(List.of(look.label(0.5, "1"), look.cell(0.5, "2"))),
                            new Row(List.of(look.cell(1, "and more")))));
            sheet.add(new Figure(look.heading("a part of the figure"), "a curve"));
            sheet.add(look.muted("Words"));
            sheet.add(new Block.Pair(look.muted("left"), new Block.Gap(4)));
            sheet.finish();
        }
        var out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return Loader.loadPDF(out.toByteArray());
    }

    private static String outline(PDStructureNode node, String indent) {
        var outline = new StringBuilder();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                outline.append(indent).append(element.getStructureType());
                if (element.getAlternateDescription() != null) {
                    outline.append('(').append(element.getAlternateDescription()).append(')');
                }
                outline.append('\n').append(outline(element, indent + " "));
            }
        }
        return outline.toString();
    }
}
