package dev.linkscope.engine.bulk;

/**
 * Keeps a mistyped password from being refused by a whole farm. Until one printer has accepted it,
 * no more attempts are under way than may still be refused; after three refusals in a row the user
 * is asked. Not thread-safe.
 */
final class PasswordGate {
    /** Refusals in a row after which the user is asked. */
    static final int MOST_REFUSED = 3;

    private boolean proven;
    private boolean waived;
    private int underWay;
    private int refused;

    /** Whether one more attempt may begin. */
    boolean isOpen() {
        return waived || (refused < MOST_REFUSED && (proven || underWay + refused < MOST_REFUSED));
    }

    /** Whether only the user can open it. */
    boolean isShut() {
        return !waived && refused >= MOST_REFUSED;
    }

    /** The user wants the others tried all the same. */
    void waive() {
        waived = true;
        refused = 0;
    }

    /** An attempt begins. */
    void begun() {
        underWay++;
    }

    /** An attempt ends in which the password was accepted or was not needed. */
    void passed(boolean offered) {
        underWay--;
        if (offered) {
            proven = true;
            refused = 0;
        }
    }

    /** An attempt ends without a login. */
    void failed(boolean refusedIt) {
        underWay--;
        refused += refusedIt ? 1 : 0;
    }

    /** Refusals in a row. */
    int refused() {
        return refused;
    }
}
