package dev.linkscope.store;

import java.util.List;

/** Tables of facts over time. */
final class ReadingSchema {
    /** The step in which they came about. */
    static final List<String> STEP =
            List.of(
                    """
                    CREATE TABLE series (
                      id {key},
                      printer TEXT NOT NULL,
                      fact_key TEXT NOT NULL,
                      UNIQUE (printer, fact_key))
                    """,
                    """
                    CREATE TABLE reading (
                      series BIGINT NOT NULL REFERENCES series (id),
                      at_seconds BIGINT NOT NULL,
                      status TEXT NOT NULL,
                      value TEXT,
                      unit TEXT,
                      reason TEXT,
                      PRIMARY KEY (series, at_seconds)){byKey}
                    """);

    private ReadingSchema() {}
}
