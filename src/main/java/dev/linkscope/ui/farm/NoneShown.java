package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Placeholder;
import dev.linkscope.ui.common.Wording;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What stands in place of the printers while none is shown. */
final class NoneShown extends StackPane {
    private final ShownFarm board;
    private final Wording wording;
    private final Runnable showAll;
    private final Placeholder said = new Placeholder();

    /**
     * For the printers of this board.
     *
     * @param showAll shows all printers again, whatever was searched for
     */
    NoneShown(ShownFarm board, Wording wording, Runnable showAll) {
        this.board = board;
        this.wording = wording;
        this.showAll = showAll;
        getChildren().setAll(said);
        board.filterProperty().subscribe(this::say);
        board.pictureProperty().subscribe(this::say);
    }

    private void say() {
        if (board.filterProperty().get().equals(FarmFilter.NONE)) {
            said.say(
                    MaterialDesignT.TIMER_SAND,
                    wording.text("farm.none.yet"),
                    wording.text("farm.none.yet.next"));
            said.offer(null, () -> {});
        } else {
            said.say(
                    MaterialDesignF.FILTER_OFF_OUTLINE,
                    wording.text("farm.none.found"),
                    wording.text("farm.none.found.next"));
            said.offer(wording.text("farm.none.all"), showAll);
        }
    }
}
