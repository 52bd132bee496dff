package dev.linkscope.ui.fix;

import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether anything prints, before something is changed that a print would not survive. */
final class PrintingPane extends VBox {
    private final Wording wording;
    private final Label known = Nodes.onlyWithText(Nodes.wrapped());
    private final CheckBox nothing = new CheckBox();
    private final Label why = Nodes.wrapped("muted", "small");

    /** A pane whose tick tells this model. */
    PrintingPane(Wording wording, FixModel model) {
        this.wording = wording;
        getStyleClass().add("fix-printing");
        nothing.setId("fix-nothing-prints");
        nothing.setWrapText(true);
        nothing.selectedProperty().subscribe((before, now) -> model.nothingPrints(now));
        why.setText(wording.text("fixwizard.printing.unknown.why"));
        getChildren().setAll(known, nothing, why);
    }

    void show(FixModel model) {
        FixAsked asked = model.asked();
        Nodes.show(this, !asked.printing().isEmpty());
        if (nothing.isSelected() != asked.nothingPrints()) {
            nothing.setSelected(asked.nothingPrints());
        }
        String printing = names(model, PrintingNow.State.PRINTING);
        boolean idle = !asked.prints() && !asked.mustSay();
        known.setText(
                asked.prints()
                        ? wording.text("fixwizard.printing.yes", printing)
                        : idle ? wording.text("fixwizard.printing.no") : "");
        known.getStyleClass().remove("fix-obstacle");
        if (asked.prints()) {
            known.getStyleClass().add("fix-obstacle");
        }
        Nodes.show(nothing, asked.mustSay());
        Nodes.show(why, asked.mustSay());
        nothing.setText(
                wording.text(
                        "fixwizard.printing.unknown", names(model, PrintingNow.State.UNKNOWN)));
    }

    /** Where the user says that nothing prints. */
    CheckBox tick() {
        return nothing;
    }

    private static String names(FixModel model, PrintingNow.State state) {
        return model.view().members().stream()
                .filter(member -> model.asked().printing().get(member.printer()) == state)
                .map(FixView.Member::name)
                .collect(Collectors.joining(", "));
    }
}
