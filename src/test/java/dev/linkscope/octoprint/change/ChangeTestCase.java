package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.i18n.Messages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What tests of changes share: an OctoPrint, a printer's computer, and one action. */
@Timeout(30)
abstract class ChangeTestCase {
    static final Printer PRINTER =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("octopi.local", null, null, null),
                    Printer.CLOUD,
                    null,
                    Printer.DEFAULT_CADENCE);

    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    final PiNetwork pi = new PiNetwork();
    final Keychain keychain = new Keychain();
    SecretStore secrets = keychain;
    String key = StatefulOctoPrint.KEY;
    boolean hasWay = true;
    StatefulOctoPrint octoPrint;
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.linkscope");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final String id;
    private FixAction action;

    private final List<AutoCloseable> open = new ArrayList<>();

    ChangeTestCase(String id) {
        this.id = id;
    }

    /** A keychain in memory. */
    static final class Keychain implements SecretStore {
        final Map<String, String> kept = new HashMap<>();

        @Override
        public boolean keeps() {
            return true;
        }

        @Override
        public Optional<char[]> find(String name) {
            return Optional.ofNullable(kept.get(name)).map(String::toCharArray);
        }

        @Override
        public boolean keep(String name, char[] secret) {
            kept.put(name, new String(secret));
            return true;
        }

        @Override
        public void forget(String name) {
            kept.remove(name);
        }
    }

    void start(String version) throws Exception {
        octoPrint = closing(new StatefulOctoPrint(version));
        restartProgram();
    }

    /** Linkscope is closed and started again: what was in memory alone is gone. */
    void restartProgram() {
        action =
                OctoPrintActions.all(
                                (printer, questions) ->
                                        octoPrint
                                                .doors(key, hasWay ? () -> pi : null)
                                                .of(printer, questions),
                                secrets,
                                new RestartAction.Patience(
                                        Duration.ofSeconds(2), Duration.ofSeconds(20)))
                        .stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    <T extends AutoCloseable> T closing(T thing) {
        open.add(thing);
        return thing;
    }

    @BeforeEach
    void listen() {
        logged.start();
        root.setLevel(Level.TRACE);
        root.setAdditive(false);
        root.addAppender(logged);
    }

    @AfterEach
    void nothingSecretWasLogged() {
        root.detachAppender(logged);
        root.setAdditive(true);
        root.setLevel(null);
        for (ILoggingEvent event : List.copyOf(logged.list)) {
            String thrown =
                    event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getFormattedMessage() + thrown).doesNotContain("canary", key);
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable thing : open.reversed()) {
            thing.close();
        }
    }

    FixAction action() {
        return action;
    }

    ActionCall call() {
        return new ActionCall(id, Map.of());
    }

    Preview look() throws LinkException {
        return action.look(PRINTER, call(), LinkQuestions.NOBODY);
    }

    List<Statement> carryOut(Preview shown) throws LinkException {
        return action.carryOut(PRINTER, call(), shown, LinkQuestions.NOBODY);
    }

    void undo(Preview shown) throws LinkException {
        action.undo(PRINTER, call(), shown.undo(), LinkQuestions.NOBODY);
    }

    Standing standing(Preview shown) throws LinkException {
        return action.standing(PRINTER, call(), shown.undo(), LinkQuestions.NOBODY);
    }

    static String texts(List<Statement> said) {
        return said.stream().map(MESSAGES::render).reduce("", (a, b) -> a + "\n" + b);
    }

    /** What a preview shows, keeps and says. */
    static String everything(Preview preview) {
        return preview + texts(preview.said());
    }

    static LinkException failure(FailureCode code, ThrowingCallable what) {
        LinkException e = catchThrowableOfType(LinkException.class, what);
        assertThat(e).as("a failure").isNotNull();
        assertThat(e.failure().code()).isEqualTo(code);
        assertThat(MESSAGES.render(e.failure().message())).doesNotContain("{");
        return e;
    }
}
