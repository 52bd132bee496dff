package dev.linkscope.ui.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What came of comparing one pane: a verdict, figures side by side, details on demand. */
final class ComparedPane extends VBox {
    private static final double SMALLEST_P = 0.001;
    private static final double COLUMN = 235;

    private final Wording wording;
    private final SpanComparison compared;
    private final GridPane table = new GridPane();

    /**
     * A pane.
     *
     * @param first name of the earlier span
     * @param second name of the later one
     */
    ComparedPane(SpanComparison compared, String first, String second, Wording wording) {
        this.wording = wording;
        this.compared = compared;
        getStyleClass().addAll("card", "compared");
        String title = wording.text("pane." + compared.pane() + ".title");
        String verdict = wording.text("comparing.result." + compared.result().name());
        FontIcon icon = Nodes.icon(icon(compared.result()), "state-icon");
        var head = new HBox(Nodes.labelled(title, "pane-title"), icon, bold(verdict));
        head.getStyleClass().add("compared-head");
        head.setAlignment(Pos.CENTER_LEFT);
        tone(compared.result()).applyTo(head);
        getChildren().add(head);
        compared.said().stream().findFirst().ifPresent(lead -> getChildren().add(bold(say(lead))));
        String rest =
                compared.said().stream().skip(1).map(this::say).collect(Collectors.joining(" "));
        if (!rest.isEmpty()) {
            Label more = Nodes.wrapped("muted");
            more.setText(rest);
            getChildren().add(more);
        }
        getChildren().add(table(first, second));
        details();
        setAccessibleText(title + ": " + verdict);
    }

    private String say(Statement statement) {
        return wording.messages().render(statement);
    }

    private static Label wrapped(String text) {
        Label label = Nodes.wrapped("muted", "small");
        label.setText(text);
        label.setTextAlignment(TextAlignment.RIGHT);
        return label;
    }

    private static Label bold(String text) {
        Label label = Nodes.wrapped("fact-value");
        label.setText(text);
        return label;
    }

    private GridPane table(String first, String second) {
        table.getStyleClass().add("compared-table");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var figures = new ColumnConstraints(COLUMN);
        figures.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().setAll(names, figures, figures);
        table.addRow(0, Nodes.label(), wrapped(first), wrapped(second));
        row("comparing.attempts", figure -> wording.text("comparing.count", figure.attempts()));
        row("comparing.errors", figure -> wording.text("comparing.count", figure.errors()));
        row("comparing.rate", figure -> wording.percent(figure.errorRate()));
        row("comparing.outages", this::outages);
        row("comparing.answer", this::answer);
        return table;
    }

    private void row(String key, Function<PaneFigures, String> figure) {
        String name = wording.text(key);
        Label one = Nodes.labelled(figure.apply(compared.first()), "fact-value");
        Label other = Nodes.labelled(figure.apply(compared.second()), "fact-value");
        one.setAccessibleText(wording.text("comparing.spoken.first", name, one.getText()));
        other.setAccessibleText(wording.text("comparing.spoken.second", name, other.getText()));
        table.addRow(table.getRowCount(), Nodes.labelled(name), one, other);
    }

    private String outages(PaneFigures figures) {
        return figures.attempts() == 0
                ? Wording.NONE
                : wording.text("comparing.count", figures.outages().size());
    }

    private String answer(PaneFigures figures) {
        Quantiles millis = figures.latencyMs();
        return millis == null ? Wording.NONE : wording.text("figure.millis", millis.p50());
    }

    // A bare p value misleads whoever does not live with them: it is there for those who ask.
    private void details() {
        Double p = compared.pValue();
        if (p == null) {
            return;
        }
        Label what = Nodes.wrapped("muted", "small");
        what.setText(
                p < SMALLEST_P
                        ? wording.text("comparing.p.tiny", SMALLEST_P)
                        : wording.text("comparing.p", p));
        Nodes.show(what, false);
        var link = new Hyperlink(wording.text("comparing.details"));
        link.getStyleClass().addAll("small", "compared-details");
        link.setOnAction(event -> Nodes.show(what, !what.isVisible()));
        getChildren().addAll(link, what);
    }

    private static Tone tone(Result result) {
        return switch (result) {
            case FEWER -> Tone.GOOD;
            case MORE -> Tone.BAD;
            case NO_DIFFERENCE_SHOWN, TOO_LITTLE -> Tone.NEUTRAL;
        };
    }

    private static Ikon icon(Result result) {
        return switch (result) {
            case FEWER -> MaterialDesignT.TRENDING_DOWN;
            case MORE -> MaterialDesignT.TRENDING_UP;
            case NO_DIFFERENCE_SHOWN -> MaterialDesignE.EQUAL;
            case TOO_LITTLE -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }
}
