package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;

/** Where the letters of a page stand. */
final class PageLetters {
    private PageLetters() {}

    /** All within the margins, none over another. */
    static void assertFit(PDDocument document, int page) throws IOException {
        List<TextPosition> letters = PageText.letters(document, page);
        letters.forEach(PageLetters::assertInside);
        assertApart(letters, page);
    }

    private static void assertInside(TextPosition letter) {
        float right = letter.getXDirAdj() + letter.getWidthDirAdj();
        if (letter.getXDirAdj() < Sheet.LEFT - 1
                || right > Sheet.LEFT + Sheet.WIDTH + 1
                || letter.getYDirAdj() < 4
                || letter.getYDirAdj() > 830) {
            fail("%s at %s, %s", letter, letter.getXDirAdj(), letter.getYDirAdj());
        }
    }

    /** No letter may cover a good part of another. */
    private static void assertApart(List<TextPosition> page, int number) {
        List<Box> boxes =
                page.stream().map(Box::of).sorted(Comparator.comparingDouble(Box::y)).toList();
        for (int i = 0; i < boxes.size(); i++) {
            Box a = boxes.get(i);
            for (int j = i + 1; j < boxes.size() && boxes.get(j).y() - a.y() < 3; j++) {
                Box b = boxes.get(j);
                double shared = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
                double narrow = Math.min(a.right() - a.left(), b.right() - b.left());
                if (shared > Math.max(0.5, narrow * 0.4)) {
                    fail("page %d: %s over %s", number, a, b);
                }
            }
        }
    }

    private record Box(String letter, double left, double right, double y) {
        static Box of(TextPosition at) {
            double left = at.getXDirAdj();
            return new Box(at.getUnicode(), left, left + at.getWidthDirAdj(), at.getYDirAdj());
        }
    }
}
