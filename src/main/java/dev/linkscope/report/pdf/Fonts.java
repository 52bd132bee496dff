package dev.linkscope.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The styles of a document. Regular is the Liberation Sans that PDFBox ships; bold and mono are of
 * the same family and ship with this package, licence beside them.
 */
final class Fonts {
    final Type title;
    final Type heading;
    final Type lead;
    final Type strong;
    final Type body;
    final Type small;
    final Type tiny;
    final Type code;

    Fonts(PDDocument document) throws IOException {
        this(document, InstalledFonts.here());
    }

    /**
     * Styles of a document.
     *
     * @param installed where letters come from that no font of this program has
     */
    Fonts(PDDocument document, InstalledFonts installed) throws IOException {
        var others = new FallbackFonts(document, installed);
        Typeface regular =
                Typeface.load(
                        document,
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf",
                        others);
        Typeface bold =
                Typeface.load(document, "/dev/linkscope/report/LiberationSans-Bold.ttf", others);
        Typeface mono =
                Typeface.load(document, "/dev/linkscope/report/LiberationMono-Regular.ttf", others);
        title = new Type(bold, 15.5f);
        heading = new Type(bold, 9.4f);
        lead = new Type(bold, 10.2f);
        strong = new Type(bold, 7.6f);
        body = new Type(regular, 7.6f);
        small = new Type(regular, 7f);
        tiny = new Type(regular, 6.2f);
        code = new Type(mono, 6.9f);
    }
}
