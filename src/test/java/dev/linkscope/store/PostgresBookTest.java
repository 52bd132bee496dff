package dev.linkscope.store;

import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.postgres.PostgresServer;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresBookTest extends BookContract {
    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();

    @Override
    StoreOpened openIt(InstantSource time) {
        return PostgresHistory.open(server.address(schema), Map.of(), time);
    }

    @Override
    long number(String sql) {
        return server.number(schema, sql);
    }

    @Override
    void execute(String sql) {
        server.execute(schema, sql);
    }

    @AfterEach
    void drop() {
        server.drop(schema);
    }
}
