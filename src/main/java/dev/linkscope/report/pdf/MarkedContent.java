package dev.linkscope.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/**
 * Says in a page's stream what each stroke belongs to (ISO 32000-1 §14.6): text to an element of
 * the structure, drawings to their figure, all else to nothing.
 */
final class MarkedContent {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final COSName SPAN = COSName.getPDFName("Span");

    private final PDPageContentStream stream;
    private final PDPage page;
    private final @Nullable StructureTree tree;
    private @Nullable PDStructureElement open;
    private boolean decorating;
    private boolean drawing;

    /**
     * Marks for one stream.
     *
     * @param tree null if nothing of it is part of the text
     */
    MarkedContent(PDPageContentStream stream, PDPage page, @Nullable StructureTree tree) {
        this.stream = stream;
        this.page = page;
        this.tree = tree;
    }

    /** What comes now is text. */
    void text() throws IOException {
        if (drawing) {
            return;
        }
        if (tree == null) {
            decoration();
        } else {
            belongsTo(tree, tree.textElement());
        }
    }

    /** What comes now is for the eye alone. */
    void decoration() throws IOException {
        if (drawing || decorating) {
            return;
        }
        close();
        stream.beginMarkedContent(ARTIFACT);
        decorating = true;
    }

    /** Everything drawn is one figure; a figure within it is a part of it. */
    void figure(String alternative, Ink.Drawing content) throws IOException {
        if (tree == null || drawing) {
            content.draw();
            return;
        }
        PDStructureElement figure = tree.begin(StandardStructureTypes.Figure);
        figure.setAlternateDescription(alternative);
        belongsTo(tree, figure);
        drawing = true;
        try {
            content.draw();
        } finally {
            drawing = false;
        }
        close();
        tree.end();
    }

    /** The structure that is being built; null where nothing is part of it, as inside a figure. */
    @Nullable StructureTree tree() {
        return drawing ? null : tree;
    }

    /** What is drawn stands for this text, which reads otherwise. */
    void standsFor(String text, Ink.Drawing letters) throws IOException {
        if (tree == null) {
            letters.draw();
            return;
        }
        var properties = new COSDictionary();
        properties.setString(COSName.ACTUAL_TEXT, text);
        stream.beginMarkedContent(SPAN, PDPropertyList.create(properties));
        letters.draw();
        stream.endMarkedContent();
    }

    /** Ends what is open. */
    void close() throws IOException {
        if (open != null || decorating) {
            stream.endMarkedContent();
            open = null;
            decorating = false;
        }
    }

    private void belongsTo(StructureTree structure, PDStructureElement element) throws IOException {
        if (element.equals(open)) {
            return;
        }
        close();
        stream.beginMarkedContent(
                COSName.getPDFName(element.getStructureType()), structure.content(page, element));
        open = element;
    }
}
