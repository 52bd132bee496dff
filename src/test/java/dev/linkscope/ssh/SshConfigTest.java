package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SshConfigTest extends SshTestCase {
    private static final String CONFIG =
            """
            Host octopi
                HostName 10.0.0.7
                Port 2222
                User pi
                IdentityFile "~/keys/%r@%h"
                IdentityFile ~/second
                IdentitiesOnly yes
            Host inner
                ProxyJump bastion,me@second:2200
            Host bastion
                User jumper
            Host bad
                HostName -oProxyCommand=reboot
            """;

    /** With {@code ssh -G} and without. */
    static Stream<Function<Path, SshConfig>> readers() {
        Function<Path, SshConfig> alone = ParsedSshConfig::new;
        Function<Path, SshConfig> asking = SshConfig::ofFile;
        return Programs.find("ssh") == null ? Stream.of(alone) : Stream.of(alone, asking);
    }

    private RoutePlanner planner(SshConfig config) {
        return new RoutePlanner(options.withConfig(config));
    }

    private Path write(String text) throws Exception {
        return Files.writeString(home.resolve("config"), text);
    }

    private static Target.Ssh typed(String host) {
        return new Target.Ssh(host, null, null, null);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void fillsInWhatWasNotTyped(Function<Path, SshConfig> reader) throws Exception {
        Hop hop = planner(reader.apply(write(CONFIG))).plan(typed("octopi")).target();

        assertThat(hop.shown()).isEqualTo("octopi");
        assertThat(hop.host()).isEqualTo("10.0.0.7");
        assertThat(hop.port()).isEqualTo(2222);
        assertThat(hop.user()).isEqualTo("pi");
        assertThat(hop.keysOnly()).isTrue();
        assertThat(hop.keys())
                .containsExactly(home.resolve("keys/pi@10.0.0.7"), home.resolve("second"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatWasTypedWins(Function<Path, SshConfig> reader) throws Exception {
        Hop hop =
                planner(reader.apply(write(CONFIG)))
                        .plan(new Target.Ssh("octopi", 22, "root", "~/my key"))
                        .target();

        assertThat(hop.port()).isEqualTo(22);
        assertThat(hop.user()).isEqualTo("root");
        assertThat(hop.identity()).isEqualTo(home.resolve("my key"));
        assertThat(hop.shown()).isEqualTo("octopi:22");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void chainsOfJumps(Function<Path, SshConfig> reader) throws Exception {
        Route route = planner(reader.apply(write(CONFIG))).plan(typed("inner"));

        assertThat(route.jumps())
                .extracting(Hop::host, Hop::port, Hop::user)
                .containsExactly(tuple("bastion", 22, "jumper"), tuple("second", 2200, "me"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void badHostNamesInTheFileAreRefused(Function<Path, SshConfig> reader) throws Exception {
        SshConfig config = reader.apply(write(CONFIG));

        LinkException e =
                catchThrowableOfType(LinkException.class, () -> planner(config).plan(typed("bad")));

        if (e == null) {
            // ssh refuses to answer for such a file, and the typed name is used as it is.
            assertThat(planner(config).plan(typed("bad")).target().host()).isEqualTo("bad");
        } else {
            assertFailure(e, FailureCode.BAD_ADDRESS, ConnectStep.RESOLVE);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void missingFileSaysNothing(Function<Path, SshConfig> reader) throws Exception {
        Hop hop = planner(reader.apply(home.resolve("none"))).plan(typed("octopi")).target();

        assertThat(hop.host()).isEqualTo("octopi");
        assertThat(hop.port()).isEqualTo(22);
        assertThat(hop.user()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void withoutOpenSshMatchBlocksAreLeftOut() throws Exception {
        Path file =
                write(
                        """
                        Host octopi
                          User pi
                        Match host octopi exec "false"
                          Port 4711
                        Host *
                          HostName 10.0.0.8
                        """);

        SshConfig.Settings settings = new ParsedSshConfig(file).lookup("octopi", null, null);

        assertThat(settings.user()).isEqualTo("pi");
        assertThat(settings.port()).isNull();
        assertThat(settings.hostName()).isEqualTo("10.0.0.8");
    }

    @Test
    void openSshFollowsIncludes() throws Exception {
        Assumptions.assumeTrue(Programs.find("ssh") != null, "ssh reads the file");
        Path more = Files.writeString(home.resolve("more"), "Host octopi\n  User included\n");
        Path file = write("Include " + more + "\n");

        assertThat(SshConfig.ofFile(file).lookup("octopi", null, null).user())
                .isEqualTo("included");
    }

    @Test
    void slowOrMissingBinariesFallBack() throws Exception {
        Path file = write(CONFIG);
        Path slow = Files.writeString(home.resolve("slow"), "#!/bin/sh\nexec sleep 30\n");
        assertThat(slow.toFile().setExecutable(true)).isTrue();
        for (Path binary : List.of(slow, home.resolve("missing"))) {
            SshConfig config =
                    new SshBinaryConfig(binary.toString(), file, new ParsedSshConfig(file));
            assertThat(config.lookup("octopi", null, null).user()).isEqualTo("pi");
        }
    }

    @Test
    void optionsNeverReachTheBinary() throws Exception {
        Path log = home.resolve("log");
        Path fake = Files.writeString(home.resolve("fake"), "#!/bin/sh\necho \"$@\" >> " + log);
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        SshConfig config = new SshBinaryConfig(fake.toString(), null, SshConfig.NONE);

        config.lookup("-oProxyCommand=reboot", null, null);
        assertThat(log).doesNotExist();

        config.lookup("octopi", "pi", 22);
        assertThat(log).hasContent("-G -l pi -p 22 -- octopi");
    }

    @Test
    void agentSocketComesFromTheFileOrTheEnvironment() throws Exception {
        options = options.withAgentSocket(Path.of("/run/agent"));
        SshConfig.Settings none =
                new SshConfig.Settings(null, null, null, List.of(), false, "none", null);
        SshConfig.Settings other =
                new SshConfig.Settings(null, null, null, List.of(), false, "~/a.sock", null);

        assertThat(planner(SshConfig.NONE).plan(typed("h")).target().agentSocket())
                .isEqualTo(Path.of("/run/agent"));
        assertThat(planner((h, u, p) -> none).plan(typed("h")).target().agentSocket()).isNull();
        assertThat(planner((h, u, p) -> other).plan(typed("h")).target().agentSocket())
                .isEqualTo(home.resolve("a.sock"));
    }

    @Test
    void unusableKeyPathIsSaid() {
        LinkException e = failure(new Target.Ssh("h", null, null, "a\0b"), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.KEY_UNREADABLE, ConnectStep.LOGIN);
    }
}
