package dev.linkscope.ui.fix;

/** What can be mended from the page of a printer. */
public interface FixOffer {
    /** Nothing. */
    FixOffer NONE =
            new FixOffer() {
                @Override
                public boolean planned(String rule) {
                    return false;
                }

                @Override
                public boolean begun(String rule) {
                    return false;
                }

                @Override
                public void fix(String rule) {}
            };

    /** Whether there is a plan for a cause. */
    boolean planned(String rule);

    /** Whether it was begun. */
    boolean begun(String rule);

    /** Opens the wizard for it. */
    void fix(String rule);
}
