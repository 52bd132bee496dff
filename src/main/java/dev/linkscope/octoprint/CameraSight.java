package dev.linkscope.octoprint;

/**
 * What was seen at an address of a camera.
 *
 * @param kind what it was
 * @param status HTTP status of the reply; 0 without one
 */
public record CameraSight(Kind kind, int status) {
    /** Kinds of sights. */
    public enum Kind {
        /** One whole JPEG picture. */
        PICTURE,
        /** A stream of JPEG pictures, of which the first came. */
        STREAM,
        /** A picture that the camera's server made itself, because it has no camera. */
        NO_SIGNAL,
        /** A page of text. */
        PAGE,
        /** An answer that is nothing of these, or one that was cut off. */
        OTHER,
        /** It wants a user name and a password, or refuses those in the address. */
        LOGIN,
        /** A status that is no success. */
        REFUSED,
        /** It did not answer in time. */
        SILENT,
        /** Nothing listens there, or the name is not known. */
        NOBODY,
        /** Nothing that could be asked over HTTP. */
        UNUSABLE
    }

    /** A sight without a reply. */
    public static CameraSight without(Kind kind) {
        return new CameraSight(kind, 0);
    }
}
