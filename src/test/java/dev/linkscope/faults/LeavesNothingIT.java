package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent whose client has vanished is gone after its lease, and nothing of it is left. */
@Tag("faults")
@Timeout(100)
@Execution(ExecutionMode.CONCURRENT)
class LeavesNothingIT {
    private static final int LEASE_SECONDS = 6;

    @BeforeAll
    static void namespaces() {
        assertThat(Namespaces.obstacle()).as("why no namespaces can be made here").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
                    an ordinary Pi @ ''
                    /tmp full @ cat /dev/zero > /tmp/full 2> /dev/null || true; if echo x > /tmp/more 2> /dev/null; then exit 1; fi;
                    root read-only @ mount -o remount,bind,ro /; if touch /usr/x 2> /dev/null; then exit 1; fi;
                    all read-only @ for d in / /tmp /var/tmp /dev/shm /root; do mount -o remount,bind,ro $d; if touch $d/x 2> /dev/null; then exit 1; fi; done;
                    """)
    void afterItsLease(String name, String setup) throws Exception {
        try (var net = new Topology(setup)) {
            Set<String> before = net.pi().files();
            try (var client = new WireClient(net, LEASE_SECONDS)) {
                client.awaitAttempts(3);
                assertThat(client.evidence().of("server")).noneMatch(Attempted::failed);
                assertThat(net.pi().agents()).hasSize(1);
                assertThat(net.pi().files()).as("while it runs").isEqualTo(before);
            }
            assertThat(net.pi().agents()).as("it outlives its client").hasSize(1);
            await("nothing runs")
                    .atMost(Duration.ofSeconds(LEASE_SECONDS + 6))
                    .untilAsserted(() -> assertThat(net.pi().running()).isEmpty());
            assertThat(net.pi().sessions()).isEmpty();
            assertThat(net.pi().files()).as("afterwards").isEqualTo(before);
        }
    }
}
