package dev.linkscope.domain.printer;

import java.nio.charset.StandardCharsets;
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

    /** The same id for the same target, wherever and whenever it is named. */
    public static PrinterId of(Target target) {
        byte[] name = target.display().getBytes(StandardCharsets.UTF_8);
        return new PrinterId(UUID.nameUUIDFromBytes(name));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
