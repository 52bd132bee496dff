package dev.linkscope.report.pdf;

import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A line as it is drawn.
 *
 * @param text what it says, in the order in which it is read
 * @param runs what is drawn, from left to right
 * @param asWritten whether what is drawn reads as the text; else letters are in another order, in
 *     another form, or are boxes
 */
record Letters(String text, List<Run> runs, boolean asWritten) {
    Letters {
        runs = List.copyOf(runs);
    }

    /** Letters of one font. */
    record Run(PDFont font, String text) {}
}
