package dev.linkscope.update;

import java.io.Serial;

/**
 * The announcement does not say what it has to. Its message names the member, never its content.
 */
final class UnreadableManifestException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableManifestException(String what) {
        super(what);
    }
}
