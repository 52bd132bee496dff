package dev.linkscope.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/** The files inside a PDF, as associated files (ISO 19005-3 §6.8). */
final class Attachments {
    /** All files together, unpacked. */
    static final int MAX_BYTES = 64 * 1000 * 1000;

    private static final int MAX_FILES = 1000;
    private static final int MAX_DEPTH = 8;

    private Attachments() {}

    /** There is more inside than a report has. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Attaches files to the whole document. */
    static void add(PDDocument document, List<Attachment> files, Instant made) throws IOException {
        Map<String, PDComplexFileSpecification> byName = new HashMap<>();
        var associated = new COSArray();
        for (Attachment file : files) {
            PDComplexFileSpecification specification = specification(document, file, made);
            byName.put(file.name(), specification);
            associated.add(specification);
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(byName);
        var catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(COSName.AF, associated);
    }

    private static PDComplexFileSpecification specification(
            PDDocument document, Attachment attachment, Instant made) throws IOException {
        byte[] content = attachment.content();
        var file =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype(attachment.mediaType());
        file.setSize(content.length);
        file.setModDate(calendar(made));
        var specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.setFileDescription(attachment.description());
        specification.getCOSObject().setName(COSName.AF_RELATIONSHIP, attachment.relationship());
        return specification;
    }

    /**
     * All attached files by name; null in place of one that cannot be unpacked.
     *
     * @throws TooLargeException if there are more or larger ones than a report has
     */
    static Map<String, byte @Nullable []> read(PDDocument document) throws IOException {
        Map<String, byte @Nullable []> files = new LinkedHashMap<>();
        COSDictionary names =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.NAMES);
        COSDictionary root = names == null ? null : names.getCOSDictionary(COSName.EMBEDDED_FILES);
        if (root != null) {
            collect(root, MAX_DEPTH, new HashSet<>(), files);
        }
        return files;
    }

    /** Walks the tree of names (ISO 32000-1 §7.9.6), which may be damaged or run in circles. */
    private static void collect(
            COSDictionary node,
            int depth,
            Set<COSDictionary> seen,
            Map<String, byte @Nullable []> files)
            throws IOException {
        if (depth == 0 || !seen.add(node)) {
            return;
        }
        COSArray leaves = node.getCOSArray(COSName.NAMES);
        for (int i = 0; leaves != null && i + 1 < leaves.size(); i += 2) {
            COSBase name = leaves.getObject(i);
            COSBase file = leaves.getObject(i + 1);
            if (name instanceof COSString text && file instanceof COSDictionary specification) {
                if (files.size() == MAX_FILES) {
                    throw new TooLargeException();
                }
                files.putIfAbsent(text.getString(), content(specification, left(files)));
            }
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                collect(kid, depth - 1, seen, files);
            }
        }
    }

    private static int left(Map<String, byte @Nullable []> files) {
        int left = MAX_BYTES;
        for (byte[] content : files.values()) {
            left -= content == null ? 0 : content.length;
        }
        return left;
    }

    private static byte @Nullable [] content(COSDictionary specification, int limit)
            throws IOException {
        COSDictionary embedded = specification.getCOSDictionary(COSName.EF);
        COSStream stream = embedded == null ? null : embedded.getCOSStream(COSName.F);
        if (stream == null) {
            return null;
        }
        // Not PDFBox's own way, which unpacks whole streams of any length into memory.
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        try (InputStream raw = stream.createRawInputStream()) {
            if (filter == null) {
                return bounded(raw, limit);
            }
            return COSName.FLATE_DECODE.equals(filter)
                    ? bounded(new InflaterInputStream(raw), limit)
                    : null;
        }
    }

    private static byte @Nullable [] bounded(InputStream in, int limit) throws IOException {
        var content = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (n > limit - content.size()) {
                    throw new TooLargeException();
                }
                content.write(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            return null;
        }
        return content.toByteArray();
    }

    static Calendar calendar(Instant time) {
        return GregorianCalendar.from(time.atZone(ZoneOffset.UTC));
    }
}
