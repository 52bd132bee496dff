package dev.linkscope.ui.access;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.LongTask;
import dev.linkscope.ui.connect.Question;
import dev.linkscope.ui.connect.Question.DecideThere;
import dev.linkscope.ui.connect.Question.ReadKey;
import dev.linkscope.ui.connect.Question.TellSecret;
import dev.linkscope.ui.connect.Question.TrustHostKey;
import dev.linkscope.ui.connect.Question.WhichOctoPrint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What links of printers that are watched ask, labels, consent, and what takes long. */
final class CardScenes {
    private static final String HOST = "pi@prusa-07.local";
    private static final String PROMPT = "Verification code:";
    private static final HostKey KEY =
            new HostKey(
                    "prusa-07.local",
                    22,
                    "ssh-ed25519",
                    "SHA256:Qm4pX0cVq9TjW2nZbL8sKd1yRfH6uGe3vAoIxMtCqPw");
    private static final List<String> ADDRESSES =
            List.of("http://prusa-07.local", "http://prusa-07.local:5001", "http://192.168.1.57");

    private CardScenes() {}

    static List<AccessScene> all() {
        var all = new ArrayList<AccessScene>();
        all.add(new AccessScene("labels", window -> labels(window, FixWindow.PRUSA)));
        all.add(
                new AccessScene(
                        "labels-many",
                        window ->
                                labels(
                                        window,
                                        FixWindow.PRUSA.withLabels(
                                                new Labels("Upstairs", List.of("MK4"))),
                                        FakeSnapshots.printer("Mini-03"))));
        all.add(new AccessScene("plugin-consent", CardScenes::consent));
        all.add(question("question-host-key", new TrustHostKey(KEY, new CompletableFuture<>())));
        for (SecretKind kind : SecretKind.values()) {
            all.add(secret(kind));
        }
        all.add(question("question-read-key", new ReadKey(HOST, new CompletableFuture<>())));
        all.add(
                question(
                        "question-which",
                        new WhichOctoPrint(ADDRESSES, new CompletableFuture<>())));
        all.add(question("question-browser", new DecideThere(() -> {}, () -> {})));
        all.add(new AccessScene("tasks", CardScenes::tasks));
        all.add(new AccessScene("tasks-ended", CardScenes::ended));
        return all;
    }

    private static AccessScene secret(SecretKind kind) {
        String prompt = kind == SecretKind.INTERACTIVE ? PROMPT : null;
        return question(
                "question-" + kind,
                new TellSecret(new SecretQuestion(kind, HOST, prompt), new CompletableFuture<>()));
    }

    private static AccessScene question(String name, Question question) {
        return new AccessScene(
                name,
                window -> {
                    open(window);
                    FxToolkit.onFx(() -> window.doors().ask(question));
                    window.await("#question");
                });
    }

    private static void open(AccessWindow window) throws Exception {
        window.fakes.farm.put(FakeSnapshots.bursts(FixWindow.PRUSA, 7));
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-01", 3));
        window.open();
        window.press("#to-printer");
        window.await("#printers");
    }

    private static void labels(AccessWindow window, Printer... printers) throws Exception {
        open(window);
        FxToolkit.onFx(() -> window.doors().relabel(List.of(printers)));
        window.await("#labels");
    }

    private static void consent(AccessWindow window) throws Exception {
        open(window);
        FxToolkit.onFx(() -> window.doors().mayReadPlugin());
        window.await("#consent");
    }

    private static LongTask begin(AccessWindow window) throws Exception {
        open(window);
        LongTask adding =
                FxToolkit.onFx(() -> {
                    var work = window.doors().work();
                    work.begin("Comparing two spans of Prusa-07", () -> {});
                    return work.begin("Adding 12 printers", () -> {});
                });
        window.awaitThat(() -> window.doors().work().tasks().size() == 2);
        return adding;
    }

    private static void tasks(AccessWindow window) throws Exception {
        LongTask adding = begin(window);
        adding.progress(0.4, "5 of 12 tried");
        window.press("#tasks-button");
        window.await("#tasks");
        window.awaitThat(() -> adding.getMessage().startsWith("5 of"));
    }

    private static void ended(AccessWindow window) throws Exception {
        LongTask adding = begin(window);
        window.press("#tasks-button");
        window.await("#tasks");
        adding.failed("Five printers could not be reached.");
        FxToolkit.onFx(() -> window.doors().work().tasks().getLast().cancel());
        window.awaitThat(() -> window.doors().work().runningProperty().get() == 0);
        window.awaitThat(() -> !adding.getMessage().isEmpty());
    }
}
