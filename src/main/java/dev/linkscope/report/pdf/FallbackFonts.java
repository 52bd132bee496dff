package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts of one document for letters that its own have not: first DejaVu Sans, which ships with this
 * package, then those of the computer. Nothing is loaded before it is needed.
 */
final class FallbackFonts {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackFonts.class);

    private final PDDocument document;
    private final InstalledFonts installed;
    private final Map<FontFile, Optional<PDFont>> loaded = new HashMap<>();
    private @Nullable PDFont shipped;

    FallbackFonts(PDDocument document, InstalledFonts installed) {
        this.document = document;
        this.installed = installed;
    }

    /** A font that has the letter; null if there is none. */
    @Nullable PDFont with(int letter) {
        String text = Character.toString(letter);
        PDFont ours = shipped();
        if (Typeface.advance(ours, text) >= 0) {
            return ours;
        }
        FontFile file = installed.with(letter);
        if (file == null) {
            return null;
        }
        PDFont theirs = loaded.computeIfAbsent(file, this::load).orElse(null);
        return Typeface.advance(theirs, text) >= 0 ? theirs : null;
    }

    private PDFont shipped() {
        PDFont font = shipped;
        if (font == null) {
            try {
                font = Typeface.embedded(document, "/dev/linkscope/report/DejaVuSans.ttf");
            } catch (IOException e) {
                throw new IllegalStateException("a font of this program cannot be read", e);
            }
            shipped = font;
        }
        return font;
    }

    private Optional<PDFont> load(FontFile file) {
        try {
            return Optional.of(Typeface.embedded(document, file.load()));
        } catch (IOException | RuntimeException e) {
            // Whatever lies in a folder of fonts; the letter becomes a box.
            LOG.warn("the font {} cannot be used", file.path().getFileName());
            return Optional.empty();
        }
    }
}
