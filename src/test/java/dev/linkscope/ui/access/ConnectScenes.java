package dev.linkscope.ui.access;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.inventory.PrinterLists;
import dev.linkscope.ui.FakeDiscovery;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.shell.FarmServices;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The ways by which printers come into the window. */
final class ConnectScenes {
    private static final String LIST =
            """
            target,name,group
            pi@prusa-1.local,Prusa 1,Upstairs
            prusa-2.local,Prusa 2,Upstairs
            -bad,Broken,
            """;

    private ConnectScenes() {}

    static List<AccessScene> all() {
        return List.of(
                new AccessScene("first-start", window -> first(window)),
                new AccessScene("first-start-found", ConnectScenes::firstFound),
                new AccessScene("add-empty", ConnectScenes::add),
                new AccessScene("add-wrong", ConnectScenes::addWrong),
                new AccessScene("add-trying", ConnectScenes::addTrying),
                new AccessScene("add-failed", ConnectScenes::addFailed),
                new AccessScene("add-host-key", ConnectScenes::addHostKey),
                new AccessScene("add-password", ConnectScenes::addPassword),
                new AccessScene("add-done", ConnectScenes::addDone),
                new AccessScene("import-empty", ConnectScenes::importEmpty),
                new AccessScene("import-list", ConnectScenes::importList),
                new AccessScene("bulk-setup", ConnectScenes::bulkSetup),
                new AccessScene("bulk-review", ConnectScenes::bulkReview),
                new AccessScene("bulk-result", ConnectScenes::bulkResult),
                new AccessScene("discover-nothing", window -> discover(window)),
                new AccessScene("discover-found", ConnectScenes::discoverFound));
    }

    private static FakeDiscovery first(AccessWindow window) throws Exception {
        FakeDiscovery discovery = discovery(window);
        window.open();
        window.await("#first-start");
        return discovery;
    }

    private static void firstFound(AccessWindow window) throws Exception {
        find(window, first(window));
    }

    private static FakeDiscovery discovery(AccessWindow window) {
        var discovery = new FakeDiscovery();
        FarmServices many = window.fakes.many;
        window.fakes.many =
                new FarmServices(
                        many.view(),
                        many.incidents(),
                        discovery,
                        new PrinterLists(),
                        many.channels());
        return discovery;
    }

    private static void find(AccessWindow window, FakeDiscovery discovery) {
        window.awaitThat(discovery::searching);
        discovery.find(
                FakeDiscovery.octoPrint("Ender shop", "ender-shop.local", "192.168.1.31"),
                FakeDiscovery.octoPrint("Left", "octopi.local", "192.168.1.20", "fe80::20"),
                FakeDiscovery.octoPrint("Prusa-07", "prusa-07.local", "192.168.1.57"));
    }

    private static FakeDiscovery discover(AccessWindow window) throws Exception {
        FakeDiscovery discovery = first(window);
        window.press("#discover-button");
        window.await("#discover");
        return discovery;
    }

    private static void discoverFound(AccessWindow window) throws Exception {
        find(window, discover(window));
    }

    private static void add(AccessWindow window) throws Exception {
        first(window);
        window.press("#add-printer-button");
        window.await("#add-printer");
    }

    private static void addWrong(AccessWindow window) throws Exception {
        add(window);
        window.write("#address", "two words");
        window.press("#try-it");
        window.await(".complaint");
    }

    private static void trying(AccessWindow window) throws Exception {
        add(window);
        window.press("#with-USUAL");
        window.write("#address", "pi@prusa-07.local");
        window.press("#try-it");
    }

    private static void addTrying(AccessWindow window) throws Exception {
        window.links = (printer, questions) -> FakeLink.stuck(new CountDownLatch(1));
        trying(window);
        window.await(".step");
    }

    private static void addFailed(AccessWindow window) throws Exception {
        window.links =
                (printer, questions) ->
                        FakeLink.failingAt(ConnectStep.LOGIN, FailureCode.LOGIN_REFUSED);
        trying(window);
        window.await(".step-failed");
    }

    private static void addHostKey(AccessWindow window) throws Exception {
        window.links = (printer, questions) -> FakeLink.asking(questions);
        trying(window);
        window.await("#accept-host-key");
    }

    private static void addPassword(AccessWindow window) throws Exception {
        addHostKey(window);
        window.press("#accept-host-key");
        window.await("#secret");
    }

    private static void addDone(AccessWindow window) throws Exception {
        trying(window);
        window.awaitThat(() -> !window.find("#add").isDisabled());
    }

    private static void importEmpty(AccessWindow window) throws Exception {
        first(window);
        window.choose("#add-printer-button", "import-list");
        window.await("#import-text");
    }

    private static void importList(AccessWindow window) throws Exception {
        importEmpty(window);
        window.write("#import-text", LIST);
        window.awaitThat(() -> !window.find("#import-continue").isDisabled());
    }

    private static void bulkSetup(AccessWindow window) throws Exception {
        window.links = ConnectScenes::server;
        importList(window);
        window.press("#import-continue");
        window.await("#bulk-rows");
    }

    private static void bulkReview(AccessWindow window) throws Exception {
        bulkSetup(window);
        window.write("#bulk-password", "raspberry");
        window.press("#bulk-start");
        window.await("#bulk-keys");
    }

    private static void bulkResult(AccessWindow window) throws Exception {
        bulkReview(window);
        window.press("#bulk-trust-all");
        window.press("#bulk-accept");
        window.await("#bulk-sum");
    }

    /** A server as SSH has it; the second printer refuses the password. */
    private static AgentLink server(Printer printer, LinkQuestions questions) {
        return (request, progress) -> {
            String host = ((Target.Ssh) printer.target()).host();
            var key = new HostKey(host, 22, "ssh-ed25519", "SHA256:Qm4pX0cVq9Qm4pX0cVq9Qm4pX0cVq9");
            if (!questions.acceptHostKey(key)) {
                throw failed(FailureCode.HOST_KEY_UNKNOWN, ConnectStep.HOST_KEY, host);
            }
            char[] told =
                    questions.secret(new SecretQuestion(SecretKind.PASSWORD, "pi@" + host, null));
            if (told == null || host.startsWith("prusa-2")) {
                throw failed(FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN, host);
            }
            return FakeLink.working().open(request, progress);
        };
    }

    private static LinkException failed(FailureCode code, ConnectStep step, String host) {
        return new LinkException(Failure.of(code, host, "pi", "password"), step, null);
    }
}
