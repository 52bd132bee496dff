package dev.linkscope.ui.printer;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** What can be done with the printer of a page beside mending it. */
public final class PageMenu extends MenuButton {
    private final Wording wording;
    private final List<Consumer<Printer>> offers = new ArrayList<>();
    private @Nullable Printer printer;

    /** A menu without items. */
    public PageMenu(Wording wording) {
        this.wording = wording;
        setId("page-menu");
        setGraphic(Nodes.icon(MaterialDesignD.DOTS_HORIZONTAL));
        setText(wording.text("page.menu"));
        getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Adds an item; its id is the key with dashes. */
    public void add(String key, Consumer<Printer> action) {
        add(key, action, any -> true);
    }

    /**
     * The same for some printers alone.
     *
     * @param offered whether it is there for a printer
     */
    public void add(String key, Consumer<Printer> action, Predicate<Printer> offered) {
        var item = new MenuItem(wording.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> {
            if (printer != null) {
                action.accept(printer);
            }
        });
        getItems().add(item);
        offers.add(shown -> item.setVisible(offered.test(shown)));
    }

    /** From now on it is about this printer. */
    void show(Printer shown) {
        printer = shown;
        offers.forEach(offer -> offer.accept(shown));
    }
}
