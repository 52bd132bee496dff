package dev.linkscope.report.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is a heading, a paragraph, a table: the logical structure of a tagged PDF (ISO 32000-1 §14.7
 * and §14.8). Reading order is the order of drawing.
 */
final class StructureTree {
    /** Elements that hold others, never text of their own. */
    private static final Set<String> GROUPS =
            Set.of(
                    StandardStructureTypes.DOCUMENT,
                    StandardStructureTypes.SECT,
                    StandardStructureTypes.DIV,
                    StandardStructureTypes.TABLE,
                    StandardStructureTypes.TR);

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<COSDictionary, COSArray> pages = new HashMap<>();
    private final COSArray parents = new COSArray();
    private @Nullable PDStructureElement paragraph;
    private @Nullable PDStructureElement table;
    private int columns;
    private boolean firstRow;

    StructureTree(PDDocument document) {
        this.document = document;
        var whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(whole);
        open.push(whole);
    }

    /** Begins a section of its own; ends the one before. */
    void section() {
        while (open.size() > 1) {
            end();
        }
        begin(StandardStructureTypes.SECT);
    }

    /** Begins an element within the open one. */
    PDStructureElement begin(String type) {
        table = null;
        return push(type, open.element());
    }

    /** Ends the element that was begun last; one without content is forgotten. */
    void end() {
        PDStructureElement ended = open.pop();
        if (!ended.getCOSObject().containsKey(COSName.K)) {
            open.element().removeKid(ended);
        }
        paragraph = null;
        table = null;
    }

    /** What comes next is not of the same paragraph. */
    void apart() {
        paragraph = null;
    }

    /** Begins a row; one that follows another belongs to the same table. Ends with endRow. */
    void beginRow(int cells) {
        PDStructureElement rows = table;
        if (rows == null || cells > columns) {
            begin(StandardStructureTypes.TABLE);
            rows = open.pop();
            columns = cells;
            firstRow = true;
        } else {
            firstRow = false;
        }
        push(StandardStructureTypes.TR, rows);
        table = rows;
    }

    void endRow() {
        open.pop();
        paragraph = null;
    }

    /** Whether the open row is the first of its table. */
    boolean firstRow() {
        return firstRow;
    }

    /**
     * Begins a cell of the open row.
     *
     * @param scope {@code Row} or {@code Column} if it names what stands there; null for a value
     * @param last whether it goes to the right edge of the table
     * @param index counted from 0
     */
    void beginCell(@Nullable String scope, int index, boolean last) {
        PDStructureElement cell =
                push(
                        scope == null ? StandardStructureTypes.TD : StandardStructureTypes.TH,
                        open.element());
        int span = last ? columns - index : 1;
        if (scope == null && span == 1) {
            return;
        }
        var attributes = new COSDictionary();
        attributes.setDirect(true);
        attributes.setName(COSName.O, "Table");
        if (scope != null) {
            attributes.setName("Scope", scope);
        }
        if (span > 1) {
            attributes.setInt("ColSpan", span);
        }
        cell.getCOSObject().setItem(COSName.A, attributes);
    }

    void endCell() {
        open.pop();
        paragraph = null;
    }

    /** The element that text belongs to now: the open one, or a paragraph within it. */
    PDStructureElement textElement() {
        PDStructureElement here = open.element();
        if (!GROUPS.contains(here.getStructureType())) {
            return here;
        }
        PDStructureElement begun = paragraph;
        if (begun == null) {
            begun = begin(StandardStructureTypes.P);
            open.pop();
            paragraph = begun;
        }
        return begun;
    }

    /** Number of the next piece of content of that element on that page. */
    int content(PDPage page, PDStructureElement element) {
        COSArray owners = pages.computeIfAbsent(page.getCOSObject(), _ -> newPage(page));
        int id = owners.size();
        owners.add(element.getCOSObject());
        COSDictionary dictionary = element.getCOSObject();
        if (!dictionary.containsKey(COSName.PG)) {
            dictionary.setItem(COSName.PG, page);
        }
        if (page.getCOSObject().equals(dictionary.getDictionaryObject(COSName.PG))) {
            element.appendKid(id);
        } else {
            var reference = new COSDictionary();
            reference.setDirect(true);
            reference.setName(COSName.TYPE, "MCR");
            reference.setItem(COSName.PG, page);
            reference.setInt(COSName.MCID, id);
            kids(dictionary).add(reference);
        }
        return id;
    }

    /** Makes the document a tagged one. */
    void finish() {
        var numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, numbers);
        root.setParentTreeNextKey(pages.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marks);
    }

    private PDStructureElement push(String type, PDStructureElement parent) {
        paragraph = null;
        var element = new PDStructureElement(type, parent);
        // Optional, and there are thousands.
        element.getCOSObject().removeItem(COSName.TYPE);
        parent.appendKid(element);
        open.push(element);
        return element;
    }

    private COSArray newPage(PDPage page) {
        var owners = new COSArray();
        page.setStructParents(pages.size());
        page.getCOSObject().setName("Tabs", "S");
        parents.add(COSInteger.get(pages.size()));
        parents.add(owners);
        return owners;
    }

    private static COSArray kids(COSDictionary element) {
        if (element.getDictionaryObject(COSName.K) instanceof COSArray several) {
            return several;
        }
        var kids = new COSArray();
        kids.add(element.getDictionaryObject(COSName.K));
        element.setItem(COSName.K, kids);
        return kids;
    }
}
