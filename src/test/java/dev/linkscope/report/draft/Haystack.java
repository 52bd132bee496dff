package dev.linkscope.report.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Everything that somebody can get out of a file: its bytes, what is packed into them at any depth,
 * the text of its pages.
 */
final class Haystack {
    private static final int DEEPEST = 5;

    private final List<String> raw = new ArrayList<>();
    private final List<String> lower = new ArrayList<>();

    /** What is in these bytes. */
    Haystack(byte[] content) {
        add(content, 0);
    }

    /** The ways in which a value is found in it; empty if it is not. */
    List<String> find(String value) {
        var found = new ArrayList<String>();
        for (String needle : exact(value)) {
            if (raw.stream().anyMatch(one -> one.contains(needle))) {
                found.add(needle);
            }
        }
        for (String needle : inAnyCase(value)) {
            if (lower.stream().anyMatch(one -> one.contains(needle))) {
                found.add(needle);
            }
        }
        return found;
    }

    /** How many pieces were looked at. */
    int pieces() {
        return raw.size();
    }

    private void add(byte[] content, int depth) {
        piece(content);
        if (depth > DEEPEST) {
            return;
        }
        try {
            String start = latin(content).substring(0, Math.min(1024, content.length));
            if (start.contains("%PDF-")) {
                pdf(content, depth);
            } else if (start.startsWith("PK")) {
                zip(content, depth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void piece(byte[] content) {
        raw.add(latin(content));
        lower.add(
                latin(
                        new String(content, StandardCharsets.UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private void zip(byte[] content, int depth) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                piece(entry.getName().getBytes(StandardCharsets.UTF_8));
                if (entry.getComment() != null) {
                    piece(entry.getComment().getBytes(StandardCharsets.UTF_8));
                }
                add(zip.readAllBytes(), depth + 1);
            }
        }
    }

    private void pdf(byte[] content, int depth) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                strings(object);
                if (object instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        add(in.readAllBytes(), depth + 1);
                    }
                }
            }
            strings(document.getDocument().getTrailer());
            String text = new PDFTextStripper().getText(document);
            piece(text.getBytes(StandardCharsets.UTF_8));
            // A value may go on in the next line.
            piece(text.replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Texts outside streams, such as the title and alternative texts. */
    private void strings(COSBase object) {
        switch (object) {
            case COSString text -> piece(text.getString().getBytes(StandardCharsets.UTF_8));
            case COSArray array -> array.forEach(this::strings);
            case COSDictionary dictionary -> {
                for (COSName name : dictionary.keySet()) {
                    piece(name.getName().getBytes(StandardCharsets.UTF_8));
                    COSBase item = dictionary.getItem(name);
                    if (!(item instanceof COSObject)) {
                        strings(item);
                    }
                }
            }
            case null, default -> {}
        }
    }

    private static Set<String> exact(String value) {
        var all = new LinkedHashSet<String>();
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        all.add(latin(value.getBytes(StandardCharsets.UTF_16LE)));
        all.add(latin(value.getBytes(StandardCharsets.UTF_16BE)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + utf8.length];
            System.arraycopy(utf8, 0, shifted, before, utf8.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String own = base64.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
            all.add(own);
            all.add(own.replace('+', '-').replace('/', '_'));
        }
        return all;
    }

    private static Set<String> inAnyCase(String value) {
        var all = new LinkedHashSet<String>();
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        all.add(latin(value.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        all.add(encoded.toLowerCase(Locale.ROOT));
        all.add(encoded.replace("+", "%20").toLowerCase(Locale.ROOT));
        all.add(HexFormat.of().formatHex(utf8));
        all.add(
                latin(
                        value.replaceAll("\\s+", "")
                                .toLowerCase(Locale.ROOT)
                                .getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
