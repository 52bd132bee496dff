package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OctoPrintFinder;
import dev.linkscope.engine.port.OctoPrintSignIn;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.SecretStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OctoPrintDeskTest {
    private static final TargetUrl TYPED = new TargetUrl("http://octopi.local");
    private static final TargetUrl FOUND = new TargetUrl("http://octopi.local:5000");
    private static final String KEY = "canary-key-4711";

    private static final Printer PRINTER =
            new Printer(
                    PrinterId.random(),
                    "p",
                    new Target.OctoPrint(TYPED),
                    Printer.CLOUD,
                    null,
                    Printer.DEFAULT_CADENCE);

    private static final PrinterApi.Reading READING =
            new PrinterApi.Reading(
                    List.of(Fact.known("octoprint.version", "1.11.8", null)),
                    List.of(
                            new PrinterApi.Camera(
                                    "cam",
                                    new TargetUrl("http://127.0.0.1:8080/?action=snapshot"),
                                    null)),
                    new TargetUrl("http://obico.lan:3334"),
                    List.of());

    private final List<String> keysUsed = new ArrayList<>();
    private final List<ConnectStep> steps = new ArrayList<>();
    private final List<TargetUrl> pages = new ArrayList<>();
    private final Chain chain = new Chain();
    private OctoPrintFinder.State state = OctoPrintFinder.State.RUNNING;
    private OctoPrintSignIn.Outcome outcome =
            new OctoPrintSignIn.Outcome.Granted(KEY.toCharArray());
    private @Nullable Problem problem;
    private @Nullable String pasted;
    private boolean consent;
    private Printer printer = PRINTER;

    /** A keychain in memory. */
    private static final class Chain implements SecretStore {
        private final Map<String, char[]> secrets = new HashMap<>();

        @Override
        public boolean keeps() {
            return true;
        }

        @Override
        public Optional<char[]> find(String name) {
            return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
        }

        @Override
        public boolean keep(String name, char[] secret) {
            secrets.put(name, secret.clone());
            return true;
        }

        @Override
        public void forget(String name) {
            secrets.remove(name);
        }
    }

    /** An OctoPrint that notes with which key it was asked. */
    private final class Api implements PrinterApi {
        @Override
        public Reading read() throws PrinterApiException {
            if (problem != null) {
                throw new PrinterApiException(problem);
            }
            return READING;
        }

        @Override
        public PluginReport pluginReport() throws PrinterApiException {
            throw new PrinterApiException(Problem.NOT_THERE);
        }

        @Override
        public void close() {
            keysUsed.add("closed");
        }
    }

    private OctoPrintDesk desk() {
        return new OctoPrintDesk(
                host ->
                        host.equals("octopi.local")
                                ? List.of(new OctoPrintFinder.Found(FOUND.value(), state, null))
                                : List.of(),
                (octoPrint, page) -> {
                    page.accept(new TargetUrl(octoPrint.value() + "/plugin/appkeys/auth/x"));
                    return outcome;
                },
                (printer, octoPrint, key) -> {
                    keysUsed.add(new String(key));
                    return new Api();
                },
                chain,
                printer -> Optional.of("key-on-the-pi-0001".toCharArray()));
    }

    private OctoPrintDesk.SignedIn signIn(OctoPrintDesk desk, TargetUrl address)
            throws LinkException {
        var questions =
                new LinkQuestions() {
                    @Override
                    public boolean acceptHostKey(HostKey key) {
                        return false;
                    }

                    @Override
                    public char @Nullable [] secret(SecretQuestion question) {
                        assertThat(question.kind()).isEqualTo(SecretKind.API_KEY);
                        return pasted == null ? null : pasted.toCharArray();
                    }

                    @Override
                    public boolean mayReadKey(String host) {
                        return consent;
                    }

                    @Override
                    public void decide(TargetUrl page) {
                        pages.add(page);
                    }
                };
        return desk.signIn(printer, address, questions, (step, detail, took) -> steps.add(step));
    }

    @Test
    void asksOnceAndKeepsTheKey() throws LinkException {
        OctoPrintDesk.SignedIn there = signIn(desk(), TYPED);
        assertThat(steps).containsExactly(ConnectStep.FIND, ConnectStep.ALLOW, ConnectStep.READ);
        assertThat(pages).hasSize(1);
        assertThat(keysUsed).containsExactly(KEY, "closed");
        Printer configured = there.configured(PRINTER);
        assertThat(configured.server()).isEqualTo(READING.endpoint());
        assertThat(configured.snapshot()).isEqualTo(READING.cameras().getFirst().snapshot());
        assertThat(configured.octoprint()).isEqualTo(FOUND);

        signIn(desk(), TYPED);
        assertThat(pages).as("a kept key needs no page").hasSize(1);
    }

    @Test
    void aKeyThatIsRefusedIsForgotten() throws LinkException {
        signIn(desk(), TYPED);
        problem = Problem.WRONG_KEY;
        OctoPrintDesk desk = desk();
        assertThatThrownBy(() -> signIn(desk, TYPED))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> {
                            assertThat(e.failure().code())
                                    .isEqualTo(FailureCode.OCTOPRINT_WRONG_KEY);
                            assertThat(e.step()).isEqualTo(ConnectStep.READ);
                            assertThat(e.toString()).doesNotContain(KEY);
                        });
        assertThat(chain.secrets).isEmpty();
        assertThat(desk.key(FOUND)).isEmpty();
    }

    @Test
    void saysWhyThereIsNoKey() {
        var ends =
                Map.of(
                        new OctoPrintSignIn.Outcome.Denied(), FailureCode.OCTOPRINT_DENIED,
                        new OctoPrintSignIn.Outcome.Expired(), FailureCode.OCTOPRINT_DENIED,
                        new OctoPrintSignIn.Outcome.Unsupported(), FailureCode.OCTOPRINT_NOT_THERE,
                        new OctoPrintSignIn.Outcome.Failed(Problem.CANCELLED),
                                FailureCode.CANCELLED);
        ends.forEach((end, code) -> {
            outcome = end;
            assertThatThrownBy(() -> signIn(desk(), TYPED))
                    .isInstanceOfSatisfying(
                            LinkException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(code));
        });
        assertThat(keysUsed).isEmpty();
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatThrownBy(() -> signIn(desk(), new TargetUrl("http://nobody.local")))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e ->
                                assertThat(e.failure().code())
                                        .isEqualTo(FailureCode.OCTOPRINT_UNREACHABLE));
        state = OctoPrintFinder.State.STARTING;
        assertThatThrownBy(() -> signIn(desk(), TYPED))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e ->
                                assertThat(e.failure().code())
                                        .isEqualTo(FailureCode.OCTOPRINT_STARTING));
    }

    @Test
    void aKeyCanBePastedWhereThereIsNoDialogue() throws LinkException {
        outcome = new OctoPrintSignIn.Outcome.Unsupported();
        pasted = KEY;
        signIn(desk(), TYPED);
        assertThat(keysUsed).containsExactly(KEY, "closed");
    }

    @Test
    void theKeyOnThePiIsReadWithConsentAlone() throws LinkException {
        outcome = new OctoPrintSignIn.Outcome.Unsupported();
        printer = PRINTER.withTarget(new Target.Ssh("octopi.local", null, null, null));
        assertThatThrownBy(() -> signIn(desk(), TYPED)).isInstanceOf(LinkException.class);
        consent = true;
        signIn(desk(), TYPED);
        assertThat(keysUsed).containsExactly("key-on-the-pi-0001", "closed");
    }

    @Test
    void aTypedPortIsMeantAsItIs() throws LinkException {
        assertThat(signIn(desk(), FOUND).octoPrint()).isEqualTo(FOUND);
        assertThatThrownBy(() -> signIn(desk(), new TargetUrl("http://octopi.local:5001")))
                .isInstanceOf(LinkException.class);
    }

    @Test
    void moonrakerNeedsNoKey() throws LinkException {
        var moonraker = new TargetUrl("http://voron.local:7125");
        assertThat(signIn(desk(), moonraker).octoPrint()).isEqualTo(moonraker);
        assertThat(pages).isEmpty();
        assertThat(keysUsed).containsExactly("", "closed");
    }

    @Test
    void readsOnlyWhereTheUserSignedIn() throws LinkException {
        OctoPrintDesk desk = desk();
        Printer overSsh = PRINTER.withTarget(new Target.Ssh("octopi.local", null, null, null));
        assertThat(desk.addressOf(overSsh)).isEmpty();
        signIn(desk, TYPED);
        assertThat(desk.addressOf(overSsh)).contains(FOUND);
    }
}
