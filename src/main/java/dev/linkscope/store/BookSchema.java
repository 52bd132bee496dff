package dev.linkscope.store;

import java.util.List;

/**
 * Tables of what outlives single outcomes: sums of hours, what was concluded, notes; and how far a
 * run went whose outcomes are forgotten.
 */
final class BookSchema {
    /** The step in which they came about. */
    static final List<String> STEP =
            List.of(
                    "ALTER TABLE run ADD COLUMN forgotten_seq BIGINT",
                    """
                    CREATE TABLE rollup (
                      run BIGINT NOT NULL REFERENCES run (id),
                      target TEXT NOT NULL,
                      hour BIGINT NOT NULL,
                      ok INTEGER NOT NULL,
                      failed INTEGER NOT NULL,
                      not_measured INTEGER NOT NULL,
                      median_millis INTEGER,
                      minutes {bytes} NOT NULL,
                      failures {bytes},
                      PRIMARY KEY (run, target, hour)){byKey}
                    """,
                    """
                    CREATE TABLE finding_span (
                      id {key},
                      printer TEXT NOT NULL,
                      rule TEXT NOT NULL,
                      severity TEXT NOT NULL,
                      text_key TEXT NOT NULL,
                      args TEXT NOT NULL,
                      from_micros BIGINT NOT NULL,
                      seen_micros BIGINT NOT NULL,
                      to_micros BIGINT)
                    """,
                    "CREATE INDEX finding_span_of_printer ON finding_span (printer, from_micros)",
                    """
                    CREATE TABLE note (
                      id {key},
                      note_id TEXT NOT NULL UNIQUE,
                      printer TEXT,
                      at_micros BIGINT NOT NULL,
                      written_micros BIGINT NOT NULL,
                      text TEXT NOT NULL)
                    """);

    private BookSchema() {}
}
