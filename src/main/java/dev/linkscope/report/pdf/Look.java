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
    final Messages messages;
    final PaneWords panes;
    final Times times;
    private final Wording wording;

    Look(PDDocument document, Messages messages) throws IOException {
        this(new Fonts(document), messages);
    }

    Look(Fonts fonts, Messages messages) {
        this.fonts = fonts;
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

    Words body(String text) {
        return Words.of(fonts.body, Palette.INK, text);
    }

    Words muted(String text) {
        return Words.of(fonts.body, Palette.MUTED, text);
    }

    Row.Cell cell(double share, String text) {
        return new Row.Cell((float) share, fonts.body, Palette.INK, text);
    }

    Row.Cell label(double share, String text) {
        return new Row.Cell((float) share, fonts.body, Palette.MUTED, text);
    }
}
