package dev.linkscope.ui.printer.tabs;

import javafx.scene.layout.Region;

/** The content of one tab. Made when it is first chosen; shown anew only while it is. */
interface TabBody {
    /** What is drawn. */
    Region node();

    /** Shows a printer. */
    void show(TabInput input);
}
