package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkQuestions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A made-up Raspberry Pi behind a real OpenSSH server, and the changes to it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class PiTestCase {
    static final String WIFI = "wifi.power_save_off";

    @TempDir Path folder;
    MadeUpPi pi;
    Printer printer;

    @BeforeEach
    void start() throws Exception {
        pi = new MadeUpPi(folder);
        printer = pi.printer("http://printer.example:3334");
    }

    @AfterEach
    void end() {
        if (pi != null) {
            pi.close();
        }
    }

    FixAction action(String id) {
        return PiActions.all(pi.program()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static ActionCall call(String id) {
        return new ActionCall(
                id,
                switch (id) {
                    case "service.restart" -> Map.of("role", "camera");
                    case "dns.try" -> Map.of("resolver", "127.0.0.77");
                    default -> Map.of();
                });
    }

    Preview look(String id) throws Exception {
        Map<String, String> before = pi.tree();
        Preview shown = action(id).look(printer, call(id), LinkQuestions.NOBODY);
        assertThat(pi.tree()).as("a dry run changes nothing").isEqualTo(before);
        return shown;
    }

    Standing standing(String id, Preview shown) throws Exception {
        String undo = shown.undo() == null ? "" : shown.undo();
        return action(id).standing(printer, call(id), undo, LinkQuestions.NOBODY);
    }

    void carryOut(String id, Preview shown) throws Exception {
        assertThat(action(id).carryOut(printer, call(id), shown, LinkQuestions.NOBODY))
                .isNotEmpty();
    }

    void undo(String id, Preview shown) throws Exception {
        assertThat(shown.undo()).isNotNull();
        action(id).undo(printer, call(id), shown.undo(), LinkQuestions.NOBODY);
    }
}
