package dev.linkscope.launch;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Settings of the window's toolkit that must be made before it starts. */
final class Toolkit {
    /** Held, or the level would be forgotten with the logger. */
    private static final Logger WARNINGS = Logger.getLogger("javafx");

    private Toolkit() {}

    /** Keeps it from warning that it runs from the class path, which is meant to be so (ADR 1). */
    static void quiet() {
        WARNINGS.setLevel(Level.SEVERE);
    }

    /** Lets it draw on a machine without a display. */
    static void withoutDisplay() {
        quiet();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
