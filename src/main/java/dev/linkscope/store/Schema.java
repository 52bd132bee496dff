package dev.linkscope.store;

import java.util.List;

/**
 * Tables of the history and the steps in which they came about. A step that was released is never
 * changed; a new one is added. {@code store.md} describes the tables. Times are numbers, so that
 * few types differ between databases.
 *
 * @param key type of a number that identifies a row and is given by the database
 * @param bytes type of bytes
 * @param byKey what a table of many small rows ends with, to be kept in the order of its key
 */
public record Schema(String key, String bytes, String byKey) {
    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE run (
                      id {key},
                      run_id TEXT NOT NULL UNIQUE,
                      boot_id TEXT NOT NULL,
                      agent_version TEXT NOT NULL,
                      seen_micros BIGINT NOT NULL,
                      resume_after BIGINT)
                    """,
                    """
                    CREATE TABLE printer_run (
                      printer TEXT NOT NULL,
                      run BIGINT NOT NULL REFERENCES run (id),
                      PRIMARY KEY (printer, run))
                    """,
                    """
                    CREATE TABLE schedule (
                      run BIGINT NOT NULL REFERENCES run (id),
                      target TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      first_millis BIGINT NOT NULL,
                      cadence_nanos BIGINT NOT NULL,
                      PRIMARY KEY (run, target, first_millis, cadence_nanos))
                    """,
                    """
                    CREATE TABLE clock (
                      run BIGINT NOT NULL REFERENCES run (id),
                      boot_millis BIGINT NOT NULL,
                      wall_micros BIGINT NOT NULL,
                      PRIMARY KEY (run, boot_millis))
                    """,
                    """
                    CREATE TABLE outcome (
                      run BIGINT NOT NULL REFERENCES run (id),
                      seq BIGINT NOT NULL,
                      target TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      slot BIGINT NOT NULL,
                      start_millis BIGINT NOT NULL,
                      end_millis BIGINT NOT NULL,
                      state SMALLINT NOT NULL,
                      phase TEXT,
                      error_class TEXT,
                      dns_micros INTEGER NOT NULL,
                      connect_micros INTEGER NOT NULL,
                      tls_micros INTEGER NOT NULL,
                      request_micros INTEGER NOT NULL,
                      body_micros INTEGER NOT NULL,
                      total_micros INTEGER NOT NULL,
                      details TEXT,
                      PRIMARY KEY (run, seq)){byKey}
                    """,
                    """
                    CREATE TABLE chunk (
                      run BIGINT NOT NULL REFERENCES run (id),
                      target TEXT NOT NULL,
                      hour BIGINT NOT NULL,
                      last_seq BIGINT NOT NULL,
                      outcomes INTEGER NOT NULL,
                      data {bytes} NOT NULL,
                      PRIMARY KEY (run, target, hour))
                    """,
                    """
                    CREATE TABLE fact (
                      printer TEXT NOT NULL,
                      fact_key TEXT NOT NULL,
                      status TEXT NOT NULL,
                      value TEXT,
                      unit TEXT,
                      reason TEXT,
                      read_micros BIGINT NOT NULL,
                      PRIMARY KEY (printer, fact_key))
                    """);

    /**
     * Which agent a run belongs to, and sums of what fell out of its memory; a row without target
     * holds none.
     */
    private static final List<String> RESUMED_RUNS =
            List.of(
                    "ALTER TABLE run ADD COLUMN process_id TEXT NOT NULL DEFAULT ''",
                    """
                    CREATE TABLE lost (
                      run BIGINT NOT NULL REFERENCES run (id),
                      from_seq BIGINT NOT NULL,
                      to_seq BIGINT NOT NULL,
                      target TEXT NOT NULL,
                      hour BIGINT NOT NULL,
                      ok BIGINT NOT NULL,
                      failed BIGINT NOT NULL,
                      skipped BIGINT NOT NULL,
                      PRIMARY KEY (run, from_seq, target, hour))
                    """);

    private static final List<List<String>> STEPS =
            List.of(TABLES, RESUMED_RUNS, FixSchema.STEP, BookSchema.STEP, ReadingSchema.STEP);

    /** The version that this program writes and the newest that it reads. */
    public static final int VERSION = STEPS.size();

    /** What a database of a version lacks, statement by statement. */
    public List<String> stepsAfter(int version) {
        return STEPS.subList(Math.min(version, VERSION), VERSION).stream()
                .flatMap(List::stream)
                .map(this::inItsTypes)
                .toList();
    }

    private String inItsTypes(String sql) {
        return sql.replace("{key}", key).replace("{bytes}", bytes).replace("{byKey}", byKey);
    }
}
