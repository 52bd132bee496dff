package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that Linkscope can do to a printer's computer or its OctoPrint. Every method blocks for
 * seconds and ends early, with {@code CANCELLED}, when its thread is interrupted.
 */
public interface FixAction {
    /** Stable id, as plans name it. */
    String id();

    /**
     * Looks what it would do. Changes nothing.
     *
     * @throws LinkException if not even that can be told
     */
    Preview look(Printer printer, ActionCall call, LinkQuestions questions) throws LinkException;

    /**
     * Does what was shown. Doing it twice does no more than doing it once.
     *
     * @param shown of the same printer and call; what differs from it by now is not changed
     * @return what it has to tell
     * @throws LinkException if it failed or its end is not known; {@link #standing} tells more
     */
    List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException;

    /**
     * Restores what was there before, byte for byte. Undoing twice does no more than undoing once.
     *
     * @param undo of the preview that was carried out
     */
    void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException;

    /**
     * What is in place now. Changes nothing.
     *
     * @param undo of the preview that was to be carried out
     */
    Standing standing(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException;

    /**
     * The printer as it is to be measured from now on: another one where the change moved what is
     * measured, such as the address of its camera. Changes nothing.
     */
    default Printer measured(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return printer;
    }

    /**
     * What it would do.
     *
     * @param commands what will be run or sent, line by line, as the user could do it alone;
     *     without secrets
     * @param changes what will be another value afterwards; empty if it only looks, or only
     *     restarts something
     * @param undo what {@link #undo} needs, without secrets; null if it cannot be undone
     * @param obstacles what keeps it from being done now; empty if nothing does
     * @param said what it has to tell before it is done
     */
    record Preview(
            List<String> commands,
            List<ValueChange> changes,
            @Nullable String undo,
            List<Obstacle> obstacles,
            List<Statement> said) {
        public Preview {
            commands = List.copyOf(commands);
            changes = List.copyOf(changes);
            obstacles = List.copyOf(obstacles);
            said = List.copyOf(said);
        }

        /** Whether it can be done now; a password may still have to be asked for. */
        public boolean possible() {
            return obstacles.stream().allMatch(one -> one == Obstacle.WANTS_PASSWORD);
        }
    }

    /** What keeps an action from being done. Its sentence is {@code fix.obstacle.NAME}. */
    enum Obstacle {
        /** Everything is as it would be afterwards. */
        ALREADY_SO,
        /** This computer has not what it is about. */
        NOT_HERE,
        /** The login may not do it, with a password neither. */
        NO_RIGHTS,
        /** The login may do it with its password, which will be asked for. */
        WANTS_PASSWORD,
        /** A program that it needs is missing. */
        MISSING_PROGRAM,
        /** OctoPrint's key is missing, or may not do it. */
        NO_KEY,
        /** There is no way to this printer's computer. */
        NO_WAY
    }

    /** What of an action is in place. */
    enum Standing {
        IN_PLACE,
        IN_PART,
        NOT_IN_PLACE,
        /** It leaves nothing that could be looked at, such as a restart. */
        CANNOT_BE_TOLD
    }
}
