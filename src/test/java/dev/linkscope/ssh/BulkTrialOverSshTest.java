package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.bulk.BulkEntry;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.engine.bulk.BulkTrial;
import dev.linkscope.engine.bulk.SharedSecrets;
import dev.linkscope.ssh.testkit.MinaSshServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many printers at once, against real servers. */
class BulkTrialOverSshTest extends SshTestCase {
    private static final String PASSWORD = "shared one";
    private static final Duration LONG = Duration.ofSeconds(40);

    private static Printer printer(TestSshServer server, @Nullable Path identity) {
        Target.Ssh target = target(server, identity);
        return new Printer(
                PrinterId.of(target),
                server.kind(),
                target,
                Printer.CLOUD,
                null,
                Printer.DEFAULT_CADENCE);
    }

    private MinaSshServer withPassword(String folder, String password) throws Exception {
        return (MinaSshServer)
                closing(
                        TestSshServer.start(
                                home.resolve(folder),
                                SshServerSetup.STANDARD.withPassword(password)));
    }

    private BulkTrial begin(SharedSecrets secrets, Printer... printers) {
        SshLinks links = links();
        var test =
                new ConnectionTest(
                        (printer, questions) ->
                                links.link((Target.Ssh) printer.target(), questions),
                        host -> List.of(),
                        OctoPrintDesk.closed(),
                        "test");
        var trial =
                closing(
                        new BulkTrial(
                                test,
                                List.of(printers),
                                secrets,
                                (p, answers) -> answers,
                                () -> {}));
        trial.start();
        return trial;
    }

    private static BulkState until(BulkTrial trial, Phase phase) {
        await().atMost(LONG).until(() -> trial.state().phase() == phase);
        return trial.state();
    }

    private static BulkEntry entry(BulkState state, Printer printer) {
        return state.entries().stream()
                .filter(entry -> entry.printer().id().equals(printer.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePasswordGoesOnlyWhereTheKeyWasAccepted() throws Exception {
        TestSshServer byKey = closing(TestSshServer.start(home.resolve("real")));
        MinaSshServer good = withPassword("good", PASSWORD);
        MinaSshServer stranger = withPassword("stranger", PASSWORD);
        Printer first = printer(byKey, byKey.identity());
        Printer second = printer(good, null);
        Printer third = printer(stranger, null);
        char[] password = PASSWORD.toCharArray();
        BulkTrial trial = begin(new SharedSecrets(password, new char[0]), first, second, third);

        BulkState review = until(trial, Phase.REVIEW);
        assertThat(review.at(Stage.REVIEW)).hasSize(3);
        assertThat(entry(review, third).key()).isNotNull();
        assertThat(good.passwordsTried()).as("nothing is offered while looking").isZero();

        trial.review(Set.of(first.id(), second.id()));
        BulkState over = until(trial, Phase.OVER);

        assertThat(entry(over, first).stage()).isEqualTo(Stage.DONE);
        assertThat(entry(over, second).stage()).isEqualTo(Stage.DONE);
        assertThat(entry(over, third).failure().code()).isEqualTo(FailureCode.HOST_KEY_UNKNOWN);
        assertThat(good.passwordsTried()).isEqualTo(1);
        assertThat(stranger.passwordsTried()).isZero();
        assertThat(password).containsOnly('\0');
    }

    @Test
    void aServerThatChangesItsKeyAfterTheReviewGetsNoPassword() throws Exception {
        MinaSshServer shown = withPassword("shown", PASSWORD);
        Printer printer = printer(shown, null);
        BulkTrial trial = begin(new SharedSecrets(PASSWORD.toCharArray(), new char[0]), printer);
        until(trial, Phase.REVIEW);
        int port = shown.port();
        shown.close();
        var other =
                (MinaSshServer)
                        closing(
                                TestSshServer.start(
                                        home.resolve("other"),
                                        SshServerSetup.STANDARD
                                                .atPort(port)
                                                .withPassword(PASSWORD)));

        trial.review(Set.of(printer.id()));

        BulkState again = until(trial, Phase.REVIEW);
        assertThat(entry(again, printer).stage()).isEqualTo(Stage.REVIEW);
        assertThat(other.passwordsTried()).isZero();
        trial.review(Set.of());
        assertThat(until(trial, Phase.OVER).at(Stage.DONE)).isEmpty();
        assertThat(other.passwordsTried()).isZero();
    }

    @Test
    void aKeyThatIsKnownNeedsNoReviewAndLookingLogsInNowhere() throws Exception {
        MinaSshServer server = withPassword("known", PASSWORD);
        know("[127.0.0.1]:" + server.port(), server.hostKey());
        Printer printer = printer(server, null);
        BulkTrial trial = begin(new SharedSecrets("wrong".toCharArray(), new char[0]), printer);

        BulkState over = until(trial, Phase.OVER);

        assertThat(entry(over, printer).failure().code()).isEqualTo(FailureCode.LOGIN_REFUSED);
        assertThat(server.passwordsTried()).isEqualTo(1);
    }
}
