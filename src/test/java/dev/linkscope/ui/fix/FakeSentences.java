package dev.linkscope.ui.fix;

import static dev.linkscope.ui.FakeServices.WORDING;

/** Sentences of the fake plans. */
final class FakeSentences {
    private FakeSentences() {}

    /** The words that only the open step shows. */
    static String title(String step) {
        String text = WORDING.text("step." + step + ".text", "Prusa-07");
        return text.substring(0, Math.min(30, text.length()));
    }
}
