package dev.linkscope.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Notifier.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a program of the test's own in place of the platform's: what it gets. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class DesktopNotifierTest {
    @TempDir Path folder;

    private Path recorder() throws Exception {
        Path file = folder.resolve("notify-send");
        Files.writeString(
                file,
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > "
                        + folder
                        + "/args\n"
                        + "env | grep ^LINKSCOPE > "
                        + folder
                        + "/env\nexit 0\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private List<String> args(String os, Change change, String title, String text)
            throws Exception {
        try (var notifier = new DesktopNotifier(os, recorder().toString())) {
            assertThat(notifier.show(Notices.of(change, title, text, 1))).isNull();
        }
        return Files.readAllLines(folder.resolve("args"));
    }

    @Test
    void linux() throws Exception {
        assertThat(args("Linux", Change.OPENED, "--help\n\u001b[31m", "a < b & c"))
                .containsExactly(
                        "--app-name=Linkscope",
                        "--urgency=critical",
                        "--",
                        " --help [31m",
                        "a &lt; b &amp; c");
        assertThat(args("Linux", Change.RECOVERED, "T", "M")).contains("--urgency=low");
    }

    @Test
    void macGetsTextsAsArguments() throws Exception {
        String evil = "\" & (do shell script \"id\") & \"";
        assertThat(args("Mac OS X", Change.OPENED, evil, "M"))
                .startsWith("-e", "on run argv", "-e")
                .endsWith("end run", evil, "M")
                .filteredOn(arg -> arg.contains("display"))
                .allMatch(arg -> !arg.contains("shell"));
    }

    @Test
    void windowsGetsTextsInTheEnvironment() throws Exception {
        assertThat(args("Windows 11", Change.OPENED, "'; calc; '", "$(calc)"))
                .noneMatch(arg -> arg.contains("calc"));
        assertThat(folder.resolve("env"))
                .content()
                .contains("LINKSCOPE_TITLE='; calc; '\n", "LINKSCOPE_TEXT=$(calc)\n");
    }

    @Test
    void anAbsentProgramIsSaid() {
        String absent = folder.resolve("absent").toString();
        try (var notifier = new DesktopNotifier("Linux", absent)) {
            assertThat(notifier.problem()).isNull();
            notifier.tell(Notices.opened("T", "M"));
            await().until(() -> notifier.problem() != null);
            assertThat(notifier.problem()).isEqualTo(Statement.of("notify.desktop.absent", absent));
        }
    }
}
