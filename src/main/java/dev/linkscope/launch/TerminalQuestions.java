package dev.linkscope.launch;

import dev.linkscope.engine.port.LinkQuestions;
import java.io.Console;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal, one question at a time. */
final class TerminalQuestions implements LinkQuestions {
    private final Terminal terminal;
    private final Console console;

    private TerminalQuestions(Terminal terminal, Console console) {
        this.terminal = terminal;
        this.console = console;
    }

    /** Questions for whoever is there; nobody is asked without a terminal. */
    static LinkQuestions of(Terminal terminal) {
        Console console = terminal.console();
        return console == null ? LinkQuestions.NOBODY : new TerminalQuestions(terminal, console);
    }

    @Override
    public synchronized boolean acceptHostKey(HostKey key) {
        terminal.note(
                terminal.messages()
                        .text(
                                "command.hostkey.question",
                                key.host(),
                                key.type(),
                                key.fingerprint()));
        String answer = console.readLine("%s ", terminal.messages().text("command.hostkey.yesno"));
        return answer != null
                && answer.trim()
                        .toLowerCase(Locale.ROOT)
                        .equals(terminal.messages().text("command.yes"));
    }

    @Override
    public synchronized char @Nullable [] secret(SecretQuestion question) {
        String prompt =
                switch (question.kind()) {
                    case PASSPHRASE ->
                            terminal.messages().text("command.passphrase", question.subject());
                    case PASSWORD ->
                            terminal.messages().text("command.password", question.subject());
                    case API_KEY, SUDO ->
                            terminal.messages()
                                    .text("question.secret." + question.kind(), question.subject());
                    case INTERACTIVE ->
                            question.subject()
                                    + ": "
                                    + (question.prompt() == null ? "" : question.prompt());
                };
        char[] typed = console.readPassword("%s ", Terminal.safe(prompt));
        return typed == null || typed.length == 0 ? null : typed;
    }
}
