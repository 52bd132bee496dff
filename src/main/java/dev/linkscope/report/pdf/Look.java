package dev.linkscope.report.pdf;

import dev.linkscope.domain.Statement;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.PaneWords;
import dev.linkscope.report.Times;
import dev.linkscope.report.Wording;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Fonts and words of one document: what every part of it needs. */
final class Look {
    final Fonts fonts;

    /** Sizes of the pages' contents, in points: read at arm's length, and one page still one. */
    final Type lead;

    final Type strong;
    final Type text;
    final Type small;
    final Type tiny;
    final Type code;
    final Messages messages;
    final PaneWords panes;
    final Times times;
    private final Wording wording;

    Look(PDDocument document, Messages messages) throws IOException {
        this(new Fonts(document), messages);
    }

    Look(Fonts fonts, Messages messages) {
        this.fonts = fonts;
        this.lead = fonts.lead.at(10.6f);
        this.strong = fonts.strong.at(7.7f);
        this.text = fonts.body.at(7.7f);
        this.small = fonts.small.at(7.2f);
        this.tiny = fonts.tiny.at(6.6f);
        this.code = fonts.code.at(7f);
        this.messages = messages;
        this.panes = new PaneWords(messages);
        this.times = new Times(messages.locale(), messages.zone());
        this.wording = new Wording(messages);
    }

    String say(String key, Object... args) {
        return messages.text(key, args);
    }

    String say(Statement statement) {
        return wording.of(statement);
    }

    Heading heading(String text) {
        return new Heading(fonts.heading, text);
    }

    Words body(String words) {
        return Words.of(text, Palette.INK, words);
    }

    Words muted(String words) {
        return Words.of(text, Palette.MUTED, words);
    }

    Row.Cell cell(double share, String words) {
        return new Row.Cell((float) share, text, Palette.INK, words);
    }

    Row.Cell label(double share, String words) {
        return new Row.Cell((float) share, text, Palette.MUTED, words);
    }

    Row.Cell strong(double share, String words) {
        return new Row.Cell((float) share, strong, Palette.INK, words);
    }
}
