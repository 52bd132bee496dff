package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** A size in per cent on a slider, in steps. */
final class SizeEditor implements Editor<Double> {
    private static final int STEP = 10;

    private final Slider slider;
    private final Label figure = Nodes.label("size-figure");
    private final HBox row;
    private final Wording wording;

    /** A slider from one size to another. */
    SizeEditor(Wording wording, Field<Double> field, double least, double most) {
        this.wording = wording;
        slider = new Slider(least, most, field.usual());
        slider.setId("pref-" + field.id());
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.getStyleClass().add("size-slider");
        figure.setMinWidth(Label.USE_PREF_SIZE);
        row = new HBox(slider, figure);
        row.getStyleClass().add("choices");
        slider.valueProperty()
                .subscribe(value -> figure.setText(words(stepped(value.doubleValue()))));
    }

    private static double stepped(double size) {
        return (double) Math.round(size / STEP) * STEP;
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node main() {
        return slider;
    }

    @Override
    public void show(Double value) {
        slider.setValue(value);
    }

    @Override
    public Read<Double> read() {
        return new Read.Good<>(stepped(slider.getValue()));
    }

    @Override
    public String words(Double value) {
        return wording.text("preferences.percent", value);
    }

    // Text that grows under the finger would move the slider: while it is dragged, nothing is told.
    @Override
    public void tell(Runnable edited, Runnable done) {
        slider.valueProperty()
                .addListener((property, old, now) -> {
                    if (!slider.isValueChanging()) {
                        edited.run();
                    }
                });
        slider.valueChangingProperty()
                .addListener((property, old, now) -> {
                    if (!now) {
                        edited.run();
                    }
                });
    }
}
