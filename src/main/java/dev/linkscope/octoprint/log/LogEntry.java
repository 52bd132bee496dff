package dev.linkscope.octoprint.log;

import java.time.Instant;

/**
 * One entry of a log with what of its traceback tells something.
 *
 * @param at when it was written; UTC
 * @param logger who wrote it
 * @param message its first line
 * @param cause the last line that names an exception; empty without one
 * @param mainLoop whether the traceback leads through the main loop of the plugin
 * @param threadEnded whether a thread ended with it
 */
record LogEntry(
        Instant at,
        String logger,
        String message,
        String cause,
        boolean mainLoop,
        boolean threadEnded) {}
