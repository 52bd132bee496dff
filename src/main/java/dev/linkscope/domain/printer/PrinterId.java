package dev.linkscope.domain.printer;

import java.util.UUID;

/**
 * Linkscope's own id of a printer; addresses and host keys are attributes and may change.
 *
 * @param value the id
 */
public record PrinterId(UUID value) {
    /** A new id. */
    public static PrinterId random() {
        return new PrinterId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
