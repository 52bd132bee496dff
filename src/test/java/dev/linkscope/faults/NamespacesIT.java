package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Nothing stays behind, not even of a run that was killed. */
@Tag("faults")
@Timeout(60)
@Isolated("every topology removes leftovers too")
class NamespacesIT {
    private static final String RESOLVER = "198.18.3.2";

    @Test
    void leftoversOfAKilledRunAreRemovedWithWhatRunsInThem() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        assertThat(killed.waitFor(5, TimeUnit.SECONDS)).isTrue();
        String prefix = "linkscope-faults-" + killed.pid() + "-1700000000-1";
        Node left = Namespaces.add(prefix + "-pi", RESOLVER);
        Path folder = Namespaces.folder(prefix);
        Process inside = new ProcessBuilder(left.inside(List.of("sleep", "60"))).start();
        Node mine = Namespaces.add(Namespaces.fresh() + "-pi", RESOLVER);
        try {
            Namespaces.removeLeftovers();

            assertThat(inside.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(Path.of("/run/netns", left.name())).doesNotExist();
            assertThat(Path.of("/etc/netns", left.name())).doesNotExist();
            assertThat(folder).doesNotExist();
            assertThat(Files.exists(Path.of("/run/netns", mine.name()))).isTrue();
        } finally {
            inside.destroyForcibly();
            Namespaces.remove(mine.name());
        }
        assertThat(Path.of("/run/netns", mine.name())).doesNotExist();
        assertThat(Path.of("/etc/netns", mine.name())).doesNotExist();
    }

    @Test
    void aTopologyTakesAllAwayWithIt() throws Exception {
        Path folder;
        List<String> names;
        try (var net = new Topology("")) {
            folder = net.folder();
            names = List.of(net.app().name(), net.router().name(), net.pi().node().name());
            assertThat(net.pi().node().run("ping", "-c", "1", "-W", "2", Topology.GATEWAY))
                    .contains("1 received");
        }
        assertThat(folder).doesNotExist();
        assertThat(names).noneMatch(name -> Files.exists(Path.of("/run/netns", name)));
    }
}
