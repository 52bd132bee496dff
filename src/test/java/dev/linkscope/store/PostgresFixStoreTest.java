package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.postgres.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresFixStoreTest extends FixStoreContract {
    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();

    @Override
    StoreOpened openIt() {
        return PostgresHistory.open(history(), Map.of(), Made.TIME);
    }

    @Override
    long number(String sql) {
        return server.number(schema, sql);
    }

    @Override
    String history() {
        return server.address(schema);
    }

    @Test
    void aHistoryOfTheVersionBeforeGoesOn() {
        StoreOpened first = openIt();
        Made.announce(first.store(), MadeFixes.PRINTER, "old");
        first.store().append("old", Made.outcomes(1, 3));
        first.store().close();
        server.execute(
                schema,
                "DROP TABLE fix_said, fix_change, fix_argument, fix_entry, fix_away, fix_trial,"
                        + " fix_case, rollup, finding_span, note, reading, series");
        server.execute(schema, "ALTER TABLE run DROP COLUMN forgotten_seq");
        server.execute(schema, "UPDATE linkscope_schema SET version = 2 WHERE part = 'history'");

        StoreOpened next = openIt();
        try {
            next.fixes().save(MadeFixes.fixCase("c", 0));
            assertThat(next.fixes().cases()).containsExactly(MadeFixes.fixCase("c", 0));
            assertThat(Made.readAll(next.store(), MadeFixes.PRINTER)).hasSize(3);
        } finally {
            next.store().close();
        }
    }

    @Test
    void aTableThatIsGoneIsToldWithTheNextStep() {
        StoreOpened opened = openIt();
        try {
            server.execute(schema, "DROP TABLE fix_away");
            assertThatExceptionOfType(FixStoreException.class)
                    .isThrownBy(() -> opened.fixes().save(MadeFixes.fixCase("c", 0)))
                    .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.fixes.unsaved"));
        } finally {
            opened.store().close();
        }
        assertThat(number("SELECT COUNT(*) FROM fix_case")).isZero();
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        server.drop(schema);
    }
}
