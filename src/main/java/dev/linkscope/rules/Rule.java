package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import java.util.Set;

/**
 * One cause, and how to tell whether it is at work. Its words are in the bundle {@code cause}:
 * {@code cause.ID} (a sentence that claims it), {@code cause.ID.name} (its name, for when it is not
 * claimed) and {@code cause.ID.next} (what would tell more, or mend it).
 */
public interface Rule {
    /** Stable name, such as {@code wifi.weak}. */
    String id();

    /** The link of the chain that this cause breaks. */
    Layer layer();

    /** Whether it may be why the server pane fails, so that the failure need not be named too. */
    default boolean breaksPath() {
        return layer().compareTo(Layer.LINK) >= 0 && layer().compareTo(Layer.HTTP) <= 0;
    }

    /** Ids of causes of which this is but how they show, so that they are told first. */
    default Set<String> follows() {
        return Set.of();
    }

    /**
     * Whether it adds nothing once one of those that it follows is claimed, however little that
     * matters: then it stands last.
     */
    default boolean givesWay() {
        return false;
    }

    /** What it concludes. Pure, and quick: all rules together have 20 ms. */
    Finding judge(PrinterCase printer);
}
