package dev.linkscope.ui.desktop;

import java.nio.file.Path;

/** What a second start of the program asks of the window that is open. */
public sealed interface Request {
    /** To come to the front. */
    record Show() implements Request {}

    /** To add the made-up farm. */
    record Demo() implements Request {}

    /**
     * To open a report.
     *
     * @param file its file, absolute
     */
    record Report(Path file) implements Request {}

    /**
     * To follow a link.
     *
     * @param link as it was given; {@link DeepLink#parse} says what it means
     */
    record Link(String link) implements Request {}
}
