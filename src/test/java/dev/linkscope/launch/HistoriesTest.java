package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.WatchLeases;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoriesTest {
    private static final Fact FACT = Fact.known("os", "Debian", null);

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    private Histories histories(Map<String, String> environment) {
        return new Histories(environment, folder.resolve("usual.db"), InstantSource.system());
    }

    private void write(OutcomeStore store) {
        try (store) {
            store.fact(printer, FACT, Instant.EPOCH);
        }
    }

    @Test
    void withoutAnAddressItIsTheUsualFile() {
        write(histories(Map.of()).open(null));
        assertThat(folder.resolve("usual.db")).exists();
        try (OutcomeStore store = histories(Map.of()).open(" ").store()) {
            assertThat(store.facts(printer)).containsExactly(FACT);
        }
    }

    private void write(StoreOpened opened) {
        write(opened.store());
    }

    @Test
    void aPathIsAFile() {
        String path = folder.resolve("other.db").toString();
        write(histories(Map.of()).open(path));
        try (OutcomeStore store = histories(Map.of(Histories.VARIABLE, path)).open(null).store()) {
            assertThat(store.facts(printer)).containsExactly(FACT);
        }
        assertThat(folder.resolve("usual.db")).doesNotExist();
    }

    @Test
    void anAddressIsASharedDatabase() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String schema = server.newSchema();
        String address = server.address(schema);
        write(histories(Map.of()).open(address));
        try (OutcomeStore store =
                histories(Map.of(Histories.VARIABLE, address)).open(null).store()) {
            assertThat(store.facts(printer)).containsExactly(FACT);
        }
        Histories.Leases one = histories(Map.of()).leases(address, "mine");
        Histories.Leases two = histories(Map.of()).leases(address, "mine");
        try (WatchLeases first = one.leases();
                WatchLeases second = two.leases()) {
            assertThat(one.instance()).isNotEqualTo("mine").isEqualTo(two.instance());
            assertThat(first.renew(Set.of(printer))).containsExactly(printer);
            assertThat(second.renew(Set.of(printer))).isEmpty();
        }
        server.drop(schema);
    }

    @Test
    void withAFileThisWatcherIsAlone() throws Exception {
        Histories.Leases alone = histories(Map.of()).leases("file.db", "mine");

        assertThat(alone.instance()).isEqualTo("mine");
        assertThat(alone.leases().renew(Set.of(printer))).containsExactly(printer);
    }

    @Test
    void theAddressOfSomethingElseIsRefused() {
        for (String address : List.of("mysql://anna:secret@host/db", "postgresql:/host\0")) {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> histories(Map.of()).open(address))
                    .satisfies(e -> {
                        assertThat(e.problem().key()).isEqualTo("store.address");
                        assertThat(e.toString()).doesNotContain("secret");
                    });
        }
    }
}
