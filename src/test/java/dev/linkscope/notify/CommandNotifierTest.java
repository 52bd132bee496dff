package dev.linkscope.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class CommandNotifierTest {
    @TempDir Path folder;

    private Path script(String text) throws Exception {
        Path file = folder.resolve("script.sh");
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void theCommandGetsTheNoticeAsJsonAndInItsEnvironment() throws Exception {
        Path got = folder.resolve("got");
        Path file = script("cat > \"$1.json\"\nenv | grep ^LINKSCOPE > \"$1.env\"\n");
        var command = List.of(file.toString(), got.toString(), "; touch " + folder + "/evil");
        assertThat(CommandNotifier.run(command, Notices.opened("Tit\u0000le\n$(id)", "Text `id`")))
                .isNull();
        assertThat(Path.of(got + ".json")).content().contains("\"event\":\"opened\"");
        assertThat(Path.of(got + ".env"))
                .content()
                .contains("LINKSCOPE_TITLE=Tit le $(id)\n")
                .contains("LINKSCOPE_TEXT=Text `id`\n")
                .contains("LINKSCOPE_SEVERITY=critical\n");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void whatFailsIsSaidWithItsReason() throws Exception {
        assertThat(run(List.of(script("exit 3\n").toString())))
                .isEqualTo(failure(Statement.of("notify.command.why.status", 3)));
        assertThat(run(List.of(folder.resolve("nothing").toString())))
                .isEqualTo(failure(Statement.of("notify.command.why.absent")));
        assertThat(run(List.of("a\u0000b")))
                .isEqualTo(failure(Statement.of("notify.command.why.absent")));
        assertThat(run(List.of())).isEqualTo(failure(Statement.of("notify.command.why.absent")));
    }

    private static Statement run(List<String> command) {
        return CommandNotifier.run(command, Notices.opened("T", "M"));
    }

    private static Statement failure(Statement why) {
        return Statement.of("notify.command.failed", why);
    }

    @Test
    void whatHangsIsKilledWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        Path file =
                script(
                        "sleep 300 &\necho $! > "
                                + pids
                                + ".new\nmv "
                                + pids
                                + ".new "
                                + pids
                                + "\nsleep 300\n");
        try (var notifier =
                new CommandNotifier(() -> List.of(file.toString()), Duration.ofSeconds(1))) {
            notifier.tell(Notices.opened("T", "M"));
            await().until(() -> notifier.problem() != null);
            assertThat(notifier.problem())
                    .isEqualTo(
                            failure(
                                    Statement.of(
                                            "notify.command.why.slow", Duration.ofSeconds(1))));
            long child = Long.parseLong(Files.readString(pids).strip());
            await().until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    void oneAtATimeAndFewWait() throws Exception {
        Path log = folder.resolve("log");
        Path file =
                script(
                        "echo begin >> "
                                + log
                                + "\nwhile [ ! -e "
                                + folder
                                + "/go ]; do sleep 0.05; done\necho end >> "
                                + log
                                + "\n");
        try (var notifier = new CommandNotifier(() -> List.of(file.toString()))) {
            for (int i = 0; i < 40; i++) {
                notifier.tell(Notices.opened("T" + i, "M"));
            }
            assertThat(notifier.problem())
                    .isEqualTo(failure(Statement.of("notify.command.why.full")));
            await().until(() -> Files.exists(log));
            assertThat(Files.readString(log)).isEqualTo("begin\n");
            Files.createFile(folder.resolve("go"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.readAllLines(log).size() == 66);
            List<String> lines = Files.readAllLines(log);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).isEqualTo(i % 2 == 0 ? "begin" : "end");
            }
            assertThat(Optional.ofNullable(notifier.problem())).isEmpty();
        }
    }
}
