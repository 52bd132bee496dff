package dev.linkscope.ui.shell;

/** The two pages of the window. */
enum Page {
    /** All printers together. */
    FARM,
    /** The chosen printer. */
    PRINTER
}
