package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.release.Release;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.i18n.Messages;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.settings.SettingsException;
import dev.linkscope.support.PlatformName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code linkscope version}: tells which version this is, and with {@code --check} the newest. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tells which version this is. With --check it also asks the makers for the newest one;"
                    + " nothing is downloaded.",
            "With --check it returns 0 if this is the newest version, 1 if there is a newer one, 2 if"
                    + " what came is not genuine, 3 if it is not known."
        })
final class VersionCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Option(
            names = "--check",
            description = "Asks for the newest version. Without it nobody is asked.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.ofProcess(root.locale());
        return check
                ? check(Wiring.updates(), Version.number(), newestSeen(terminal), terminal)
                : tell(terminal);
    }

    private static int tell(Terminal terminal) {
        terminal.result("linkscope " + Version.number());
        return 0;
    }

    /** What the window learned; it is not changed here, as the window may be open. */
    private static Instant newestSeen(Terminal terminal) throws IOException {
        Path file = Wiring.folder().settings();
        if (!Files.exists(file)) {
            return Instant.EPOCH;
        }
        try (var settings = new JsonSettingsStore(file, Wiring.CLOCK)) {
            Instant newestSeen = settings.load().preferences().updates().newestSeen();
            String aside = settings.brokenFileMovedTo();
            if (aside != null) {
                terminal.note(terminal.messages().text("settings.moved", aside));
            }
            return newestSeen;
        } catch (SettingsException e) {
            Messages messages = terminal.messages();
            throw new IOException(
                    messages.render(e.problem()) + " " + messages.render(e.nextStep()), e);
        }
    }

    /** Asks once and tells what came of it; the exit code. */
    static int check(Updates updates, String own, Instant newestSeen, Terminal terminal) {
        terminal.result("linkscope " + own);
        Messages messages = terminal.messages();
        return switch (updates.look(newestSeen)) {
            case Answer.UpToDate _ -> {
                terminal.result(messages.text("update.newest", own));
                yield ExitCode.HEALTHY.code();
            }
            case Answer.Newer(Release release) -> {
                tell(release, own, terminal);
                yield ExitCode.WATCH.code();
            }
            case Answer.NotGenuine(String place) -> {
                terminal.note(messages.text("update.not_genuine", place));
                terminal.note(messages.text("update.not_genuine.next"));
                yield ExitCode.ACTION.code();
            }
            case Answer.CannotTell(Statement why) -> {
                terminal.note(messages.render(why));
                terminal.note(messages.render(new Statement(why.key() + ".next", why.args())));
                yield ExitCode.UNKNOWN.code();
            }
        };
    }

    private static void tell(Release release, String own, Terminal terminal) {
        Messages messages = terminal.messages();
        terminal.result(
                messages.text(
                        "update.newer",
                        release.version().toString(),
                        messages.clock().date(release.released()),
                        own));
        terminal.result(messages.text("update.notes") + ": " + release.notes().value());
        String platform = PlatformName.own();
        release.download(platform)
                .ifPresentOrElse(
                        mine -> {
                            terminal.result(
                                    messages.text("update.page") + ": " + mine.page().value());
                            terminal.result("SHA-256 " + mine.sha256() + "  " + mine.file());
                        },
                        () -> terminal.result(messages.text("update.no_file", platform)));
        if (release.java() > Runtime.version().feature()) {
            terminal.result(
                    messages.text("update.java", release.java(), Runtime.version().feature()));
        }
    }
}
