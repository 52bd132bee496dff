package dev.linkscope.store;

import java.util.List;

/** Tables of what was tried and what came of it. Texts are as {@link ExactText} writes them. */
final class FixSchema {
    /** The step in which they came about; released, so never changed. */
    static final List<String> STEP =
            List.of(
                    """
                    CREATE TABLE fix_case (
                      id {key},
                      case_id TEXT NOT NULL UNIQUE,
                      fix_group TEXT NOT NULL,
                      printer TEXT NOT NULL,
                      plan TEXT NOT NULL,
                      cause TEXT NOT NULL,
                      pane TEXT NOT NULL,
                      begun_micros BIGINT NOT NULL,
                      step TEXT NOT NULL,
                      state TEXT NOT NULL,
                      remind_micros BIGINT)
                    """,
                    """
                    CREATE TABLE fix_trial (
                      fix_case BIGINT NOT NULL REFERENCES fix_case (id),
                      ordinal INTEGER NOT NULL,
                      step TEXT NOT NULL,
                      from_micros BIGINT NOT NULL,
                      to_micros BIGINT NOT NULL,
                      changed_micros BIGINT NOT NULL,
                      undone_micros BIGINT,
                      state TEXT NOT NULL,
                      decided_micros BIGINT,
                      PRIMARY KEY (fix_case, ordinal))
                    """,
                    """
                    CREATE TABLE fix_away (
                      fix_case BIGINT NOT NULL REFERENCES fix_case (id),
                      trial INTEGER NOT NULL,
                      ordinal INTEGER NOT NULL,
                      from_micros BIGINT NOT NULL,
                      to_micros BIGINT NOT NULL,
                      PRIMARY KEY (fix_case, trial, ordinal))
                    """,
                    """
                    CREATE TABLE fix_entry (
                      id {key},
                      entry_id TEXT NOT NULL UNIQUE,
                      case_id TEXT NOT NULL,
                      printer TEXT NOT NULL,
                      step TEXT NOT NULL,
                      action TEXT,
                      who TEXT NOT NULL,
                      begun_micros BIGINT NOT NULL,
                      ended_micros BIGINT,
                      state TEXT NOT NULL,
                      undo TEXT)
                    """,
                    """
                    CREATE TABLE fix_argument (
                      entry BIGINT NOT NULL REFERENCES fix_entry (id),
                      ordinal INTEGER NOT NULL,
                      name TEXT NOT NULL,
                      value TEXT NOT NULL,
                      PRIMARY KEY (entry, ordinal))
                    """,
                    """
                    CREATE TABLE fix_change (
                      entry BIGINT NOT NULL REFERENCES fix_entry (id),
                      ordinal INTEGER NOT NULL,
                      place TEXT NOT NULL,
                      value_before TEXT,
                      value_after TEXT,
                      PRIMARY KEY (entry, ordinal))
                    """,
                    """
                    CREATE TABLE fix_said (
                      entry BIGINT NOT NULL REFERENCES fix_entry (id),
                      ordinal INTEGER NOT NULL,
                      text_key TEXT NOT NULL,
                      args TEXT NOT NULL,
                      PRIMARY KEY (entry, ordinal))
                    """);

    private FixSchema() {}
}
