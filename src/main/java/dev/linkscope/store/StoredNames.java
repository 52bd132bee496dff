package dev.linkscope.store;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import org.jspecify.annotations.Nullable;

/** How states, kinds and phases are named on disk; never change one. */
final class StoredNames {
    private StoredNames() {}

    static int code(SlotState state) {
        return switch (state) {
            case OK -> 0;
            case FAILED -> 1;
            case NOT_MEASURED -> 2;
        };
    }

    /** The state of a code; one that nobody wrote counts as not measured. */
    static SlotState state(long code) {
        return code == 0 ? SlotState.OK : code == 1 ? SlotState.FAILED : SlotState.NOT_MEASURED;
    }

    /** The kind of a name; null for none and for one that this version does not know. */
    static @Nullable ProbeKind kind(@Nullable String name) {
        return name == null ? null : ProbeKind.ofWireName(name).orElse(null);
    }

    /** The phase of a name; null for none and for one that this version does not know. */
    static @Nullable Phase phase(@Nullable String name) {
        return name == null ? null : Phase.ofWireName(name).orElse(null);
    }

    /** The code of a phase; 0 for none. */
    static int code(@Nullable Phase phase) {
        return switch (phase) {
            case null -> 0;
            case DNS -> 1;
            case CONNECT -> 2;
            case TLS -> 3;
            case REQUEST -> 4;
            case RESPONSE -> 5;
            case UPGRADE -> 6;
            case BODY -> 7;
        };
    }

    /** The phase of a code; null for none and for one that this version does not know. */
    static @Nullable Phase phase(long code) {
        for (Phase phase : Phase.values()) {
            if (code(phase) == code) {
                return phase;
            }
        }
        return null;
    }

    /** A text as every database takes it: PostgreSQL has no NUL in texts. */
    static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    static @Nullable String name(@Nullable Phase phase) {
        return phase == null ? null : phase.wireName();
    }
}
