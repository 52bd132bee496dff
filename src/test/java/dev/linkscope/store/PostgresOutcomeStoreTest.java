package dev.linkscope.store;

import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.postgres.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresOutcomeStoreTest extends OutcomeStoreContract {
    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();

    @Override
    OutcomeStore openIt() {
        return PostgresHistory.open(server.address(schema), Map.of(), Made.TIME).store();
    }

    @Override
    long number(String sql) {
        return server.number(schema, sql);
    }

    @AfterEach
    void drop() {
        server.drop(schema);
    }
}
