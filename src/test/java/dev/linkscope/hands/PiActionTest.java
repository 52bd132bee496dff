package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.ssh.testkit.Answers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java side against replies of every kind. */
class PiActionTest {
    private static final String GOOD =
            "linkscope_hands {'commands':['sudo x'],'changes':[{'place':'p','before':null,"
                    + "'after':'a'}],'undo':'{}','obstacles':[],'said':[],'user':'pi'}\n";
    private static final ActionCall CALL = new ActionCall("time.sync", Map.of());
    private static final Printer PRINTER = printer("https://app.obico.io");

    private final Deque<String> replies = new ArrayDeque<>();
    private final List<byte[]> inputs = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private static Printer printer(String server) {
        return new Printer(
                new PrinterId(new UUID(0, 1)),
                "Prusa",
                new Target.Ssh("octopi.local", 2222, null, null),
                new TargetUrl(server),
                null,
                Duration.ofSeconds(10));
    }

    private PiProgram.Output answer(byte[] input) {
        inputs.add(input);
        asked.add(new String(input, StandardCharsets.ISO_8859_1));
        return new PiProgram.Output(replies.remove().replace('\'', '"'), "", 0);
    }

    private FixAction action(String id) {
        return PiActions.all((printer, command, input, longest, questions) -> answer(input))
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String error(String code) {
        return "linkscope_hands {'error':{'code':'" + code + "','text':'so'},'user':'pi'}\n";
    }

    private LinkException failure(LinkQuestions questions) {
        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () -> action("time.sync").undo(PRINTER, CALL, "{}", questions));
        assertThat(e).isNotNull();
        return e;
    }

    @Test
    void readsAPreviewBehindWhatALoginScriptPrinted() throws Exception {
        replies.add("Welcome!\nno newline " + GOOD);
        Preview shown = action("time.sync").look(PRINTER, CALL, LinkQuestions.NOBODY);
        assertThat(shown.commands()).containsExactly("sudo x");
        assertThat(shown.changes()).hasSize(1);
        assertThat(shown.undo()).isEqualTo("{}");
        assertThat(asked.getFirst()).contains("\"mode\":\"look\"", "\"password\":false");
    }

    @Test
    void theNameToLookUpIsTheServers() throws Exception {
        replies.add(GOOD);
        action("dns.try")
                .look(
                        printer("https://user:geheim@obico.example:3334/x"),
                        new ActionCall("dns.try", Map.of("resolver", "1.1.1.1")),
                        LinkQuestions.NOBODY);
        assertThat(asked.getFirst())
                .contains("\"name\":\"obico.example\"", "\"resolver\":\"1.1.1.1\"")
                .doesNotContain("geheim");
    }

    @Test
    void asksForThePasswordWhenItTurnsOutToBeWantedAndWipesIt() throws Exception {
        replies.addAll(List.of(error("wants_password"), "linkscope_hands {'user':'pi'}\n"));
        var questions = Answers.with("geheim-äß");
        action("time.sync").undo(PRINTER, CALL, "{}", questions);
        assertThat(questions.secrets())
                .singleElement()
                .matches(one -> one.kind() == LinkQuestions.SecretKind.SUDO)
                .matches(one -> one.subject().equals("pi@octopi.local:2222"));
        assertThat(asked.get(0)).doesNotContain("geheim");
        byte[] sent = asked.get(1).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(sent, StandardCharsets.UTF_8)).endsWith("true}\ngeheim-äß\n");
        assertThat(inputs).allSatisfy(input -> assertThat(input).containsOnly(0));
        assertThat(questions.given()).allSatisfy(one -> assertThat(one).containsOnly('\0'));
    }

    @Test
    void asksBeforeWhereItWasShown() throws Exception {
        replies.add("linkscope_hands {'said':[],'user':'pi'}\n");
        var shown =
                new Preview(
                        List.of("x"), List.of(), "{}", List.of(Obstacle.WANTS_PASSWORD), List.of());
        var questions = Answers.with("geheim");
        action("time.sync").carryOut(PRINTER, CALL, shown, questions);
        assertThat(asked).hasSize(1);
        assertThat(questions.secrets()).hasSize(1);
    }

    @Test
    void nobodyToAskIsCancelled() {
        replies.add(error("wants_password"));
        assertThat(failure(LinkQuestions.NOBODY).failure().code()).isEqualTo(FailureCode.CANCELLED);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "changed_meanwhile, FIX_CHANGED_MEANWHILE",
        "wrong_password, FIX_WRONG_PASSWORD",
        "no_rights, FIX_NO_RIGHTS",
        "failed, FIX_FAILED",
        "busy, FIX_FAILED",
        "never heard of, FIX_FAILED"
    })
    void errorsHaveTheirNames(String code, FailureCode expected) {
        replies.add(error(code));
        LinkException e = failure(LinkQuestions.NOBODY);
        assertThat(e.failure().code()).isEqualTo(expected);
        assertThat(e.failure().args().getFirst()).isEqualTo("octopi.local:2222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This account is currently not available.\n",
                "linkscope_hands {}",
                "linkscope_hands {\n",
                "linkscope_hands {'x':1}\n",
                "linkscope_hands {'standing':7}\n",
                "linkscope_hands {'standing':'SOMEHOW'}\n",
                "linkscope_hands {'standing':'IN_PLACE','standing':\n",
                "linkscope_hands {'standing':null}\n"
            })
    void garbageIsANamedFailure(String reply) {
        replies.add(reply);
        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () ->
                                action("time.sync")
                                        .standing(PRINTER, CALL, "{}", Answers.refusing()));
        assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_FAILED);
        assertThat(e.getCause()).isNull();
    }

    @Test
    void whatIsShownIsCleanAndBounded() throws Exception {
        String nasty = "a\\u001b[31m\\u202e" + "b".repeat(10_000);
        replies.add(
                GOOD.replace("sudo x", nasty).replace("'after':'a'", "'after':'" + nasty + "'"));
        Preview shown = action("time.sync").look(PRINTER, CALL, LinkQuestions.NOBODY);
        String text = shown.commands().getFirst() + shown.changes().getFirst().after();
        assertThat(text).hasSizeLessThan(2_000).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void sentencesAreKnownOnesWithTheirArguments() throws Exception {
        for (String said :
                List.of("{'key':'plan.x','args':[]}", "{'key':'dns.ok','args':[1]}", "3")) {
            replies.add("linkscope_hands {'said':[" + said + "]}\n");
            var shown = new Preview(List.of(), List.of(), null, List.of(), List.of());
            LinkException e =
                    catchThrowableOfType(
                            LinkException.class,
                            () ->
                                    action("time.sync")
                                            .carryOut(PRINTER, CALL, shown, Answers.refusing()));
            assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_FAILED);
        }
    }

    @Test
    void mangledRepliesEndInAReplyOrANamedFailure() {
        var random = new Random(7);
        int failed = 0;
        for (int round = 0; round < 3_000; round++) {
            char[] mangled = GOOD.toCharArray();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mangled[random.nextInt(mangled.length)] = (char) random.nextInt(256);
            }
            replies.add(new String(mangled));
            try {
                action("time.sync").look(PRINTER, CALL, LinkQuestions.NOBODY);
            } catch (LinkException e) {
                assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_FAILED);
                failed++;
            }
        }
        assertThat(failed).isBetween(500, 3_000);
    }

    @Test
    void standingIsRead() throws Exception {
        replies.add("linkscope_hands {'standing':'IN_PART','user':'pi'}\n");
        assertThat(action("time.sync").standing(PRINTER, CALL, "{}", Answers.refusing()))
                .isEqualTo(Standing.IN_PART);
    }
}
