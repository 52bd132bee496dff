package dev.linkscope.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader, or a search, finds in a PDF. */
final class PageText {
    private PageText() {}

    /** Text of all pages in reading order. */
    static String of(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document);
    }

    /** Text of one page, from 1. */
    static String of(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** Every letter of a page with its place. */
    static List<TextPosition> letters(PDDocument document, int page) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition letter) {
                        if (!letter.getUnicode().isBlank()) {
                            letters.add(letter);
                        }
                    }
                };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return letters;
    }

    /** All streams, decompressed. */
    static String decoded(PDDocument document) {
        var all = new StringBuilder();
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            var object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return all.toString();
    }
}
