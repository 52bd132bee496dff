package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastKind;
import java.time.Duration;

/**
 * What one entry of a log says.
 *
 * @param role how it bears on the event
 * @param kind what it tells of
 * @param errorClass phase and class; empty if it does not tell
 * @param patience how long the trouble may go on in silence after it
 * @param attempt number of the attempt in a row that failed; 0 if it has none
 */
record Sign(Role role, PastKind kind, String errorClass, Duration patience, int attempt) {

    /** How an entry bears on an event. */
    enum Role {
        /** A failure. */
        FAILURE,
        /** Part of a failure that the next entry tells too. */
        PART,
        /** The trouble is over. */
        SUCCESS,
        /** Something without length. */
        MOMENT
    }

    static Sign failure(PastKind kind, String errorClass, Duration patience) {
        return new Sign(Role.FAILURE, kind, errorClass, patience, 0);
    }

    static Sign part(PastKind kind, String errorClass, Duration patience) {
        return new Sign(Role.PART, kind, errorClass, patience, 0);
    }

    static Sign success(PastKind kind) {
        return new Sign(Role.SUCCESS, kind, ErrorClass.NONE, Duration.ZERO, 0);
    }

    static Sign moment(PastKind kind) {
        return new Sign(Role.MOMENT, kind, ErrorClass.NONE, Duration.ZERO, 0);
    }
}
