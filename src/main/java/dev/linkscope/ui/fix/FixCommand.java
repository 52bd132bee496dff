package dev.linkscope.ui.fix;

import java.util.Locale;

/** What a button of the wizard does. */
enum FixCommand {
    BACK(true),
    GAVE_UP(true),
    SHUT_DOWN(true),
    /** The user has switched the power off. */
    SWITCHED_OFF(true),
    /** Undoes an experiment, to see whether the fault comes back. */
    UNDO_TEST(true),
    /** Undoes what did not help. */
    UNDO(true),
    AGAIN(true),
    /** Leaves what was asked for and changes nothing. */
    LEAVE(true),
    LOOK_AGAIN(true),
    CLOSE(false),
    PAUSE(false),
    FINISH(false),
    NEXT(false),
    DONE(false),
    LOOK(false),
    CARRY_OUT(false),
    SHUT_NOW(false),
    IS_BACK(false),
    UNDONE(false),
    RESUME(false),
    EXPORT(false);

    private final boolean left;

    FixCommand(boolean left) {
        this.left = left;
    }

    /** Whether its button stands at the left. */
    boolean left() {
        return left;
    }

    /** Key of its text. */
    String key() {
        return "fixwizard.do." + name();
    }

    /** Id of its button. */
    String id() {
        return "fix-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
