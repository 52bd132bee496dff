package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.i18n.Messages;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChainTest {
    private final MadeUpPrinter printer = new MadeUpPrinter();

    private ChainTest probe(String target, String course) {
        printer.probe(target, course, Map.of());
        return this;
    }

    private ChainTest fact(String key, String value) {
        printer.fact(Fact.known(key, value, null));
        return this;
    }

    /** Health of every link, in short: W works, B breaks, D down, - not checked, ? unknown. */
    private String strip() {
        var strip = new StringBuilder();
        for (LayerState state : Chain.of(printer.build())) {
            strip.append(
                    switch (state.health()) {
                        case WORKS -> 'W';
                        case BREAKS -> 'B';
                        case DOWN -> 'D';
                        case NOT_CHECKED -> '-';
                        case UNKNOWN -> '?';
                    });
        }
        return strip.toString();
    }

    private JointCounts counts(Layer layer) {
        return Chain.of(printer.build()).stream()
                .filter(state -> state.layer() == layer)
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private ChainTest allWell() {
        return probe("gateway", "ok*200")
                .probe("dns", "ok*100")
                .probe("internet:a", "ok*33")
                .probe("internet:b", "ok*33")
                .probe("server.http", "ok*100")
                .probe("server.ws", "ok*17")
                .probe("plugin.link", "ok*100")
                .probe("webcam.snapshot", "ok*100");
    }

    @Test
    void everyLinkHasItsPlaceAndTheComputerItselfHasNone() {
        assertThat(Chain.of(allWell().printer.build()))
                .extracting(LayerState::layer)
                .containsExactly(
                        Layer.LINK,
                        Layer.ROUTER,
                        Layer.DNS,
                        Layer.INTERNET,
                        Layer.TCP,
                        Layer.TLS,
                        Layer.HTTP,
                        Layer.WEBSOCKET,
                        Layer.PLUGIN,
                        Layer.CAMERA);
        assertThat(strip()).isEqualTo("WWWWWWWWWW");
        assertThat(counts(Layer.ROUTER)).isEqualTo(new JointCounts(200, 0));
        assertThat(counts(Layer.TCP)).isEqualTo(new JointCounts(100, 0));
    }

    @Test
    void whatNothingMeasuresIsUnknown() {
        assertThat(strip()).isEqualTo("??????????");
        assertThat(probe("server.http", "ok*100").strip()).isEqualTo("W?W?WWW???");
    }

    @ParameterizedTest
    @CsvSource({
        "connect.no_route, dns.timeout, connect.unreachable, dns.timeout, D--------W",
        "connect.timeout, dns.timeout, connect.timeout, connect.timeout, ?D-------W",
        "connect.timeout, dns.timeout, connect.timeout, dns.timeout, ?D-------W",
        "ok, dns.timeout, ok, dns.timeout, WWDW-----W",
        "ok, dns.timeout, connect.timeout, dns.timeout, WWD------W",
        "ok, ok, connect.timeout, connect.timeout, WWWD-----W",
        "ok, ok, ok, connect.refused, WWWWD----W",
        "ok, ok, ok, tls.cert_expired, WWWWWD---W",
        "ok, ok, ok, request.timeout, WWWWWWD--W",
        "ok, ok, ok, response.http_5xx, WWWWWWD--W"
    })
    void theNearestLinkIsDownAndWhatLiesBehindCouldNotBeChecked(
            String gateway, String dns, String internet, String server, String expected) {
        allWell()
                .probe("gateway", "ok*100 " + gateway + "*100")
                .probe("dns", "ok*50 " + dns + "*50")
                .probe("internet:a", "ok*16 " + internet + "*17")
                .probe("internet:b", "ok*16 " + internet + "*17")
                .probe("server.http", "ok*50 " + server + "*50")
                .probe("server.ws", "ok*8 " + server + "*9")
                .probe("plugin.link", "ok*50 upgrade.not_connected*50");
        assertThat(strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "wifi, wifi.associated, false, D",
        "ethernet, ethernet.carrier, false, D",
        "wifi, wifi.associated, true, WD",
        "wifi, ethernet.carrier, false, ?D"
    })
    void aSilentRouterIsToldFromALinkThatIsNotUp(
            String kind, String key, String value, String expected) {
        allWell()
                .probe("gateway", "ok*100 connect.timeout*100")
                .probe("internet:a", "connect.timeout*33")
                .probe("server.http", "ok*50 connect.timeout*50")
                .fact("link.kind", kind)
                .fact(key, value);
        assertThat(strip()).startsWith(expected);
    }

    @Test
    void whatBreaksNowAndThenIsNotDownAndWhatLiesBehindIsNotToBlame() {
        // Ten outages of the router, a minute each, over by now; everything fails with it.
        allWell()
                .probe("gateway", "(ok*60 connect.timeout*12)*10 ok*20")
                .probe("dns", "(ok*30 dns.timeout*6)*10 ok*10")
                .probe("internet:a", "(ok*10 connect.timeout*2)*10 ok*4")
                .probe("internet:b", "(ok*10 connect.timeout*2)*10 ok*4")
                .probe("server.http", "(ok*30 dns.timeout*6)*10 ok*10")
                .probe("server.ws", "(ok*5 dns.timeout)*10 ok*2")
                .probe("plugin.link", "(ok*30 upgrade.not_connected*6)*10 ok*10");
        assertThat(strip()).isEqualTo("WBWWWWWWWW");
        assertThat(counts(Layer.ROUTER)).isEqualTo(new JointCounts(740, 120));
        assertThat(counts(Layer.DNS)).isEqualTo(new JointCounts(310, 0));
        assertThat(counts(Layer.HTTP)).isEqualTo(new JointCounts(310, 0));
    }

    @Test
    void eachLinkCountsOnlyWhatGotAsFar() {
        allWell()
                .probe(
                        "server.http",
                        "dns.timeout*5 ok*40 connect.timeout*4 ok*10 tls.timeout*3 ok*20"
                                + " response.http_5xx*2 ok*16");
        assertThat(strip()).isEqualTo("WWBWBBBWWW");
        assertThat(counts(Layer.DNS)).isEqualTo(new JointCounts(100, 5));
        assertThat(counts(Layer.TCP)).isEqualTo(new JointCounts(95, 4));
        assertThat(counts(Layer.TLS)).isEqualTo(new JointCounts(91, 3));
        assertThat(counts(Layer.HTTP)).isEqualTo(new JointCounts(88, 2));
    }

    @Test
    void oneFailureIsNeitherABreakNorAnEnd() {
        allWell().probe("server.http", "ok*99 connect.timeout");
        assertThat(strip()).isEqualTo("WWWWWWWWWW");
        assertThat(counts(Layer.TCP)).isEqualTo(new JointCounts(100, 1));
    }

    @Test
    void aRouterThatNeverAnswersIsNotDownWhileThingsGoThroughIt() {
        allWell().probe("gateway", "connect.timeout*200");
        assertThat(strip()).startsWith("W?W");
        probe("server.http", "ok*50 tls.cert_expired*50");
        assertThat(strip()).isEqualTo("W?WWWD---W");
    }

    @Test
    void referencesThatAreBlockedAreNoInternetThatIsDown() {
        allWell()
                .probe("internet:a", "connect.timeout*33")
                .probe("internet:b", "connect.refused*33");
        assertThat(strip()).isEqualTo("WWW?WWWWWW");
    }

    @Test
    void oddLostQuestionsToTheRouterAreNoBreak() {
        allWell().probe("gateway", "(ok*198 connect.timeout*2)*4 ok");
        assertThat(strip()).isEqualTo("WWWWWWWWWW");
        probe("gateway", "(ok*48 connect.timeout*2)*4 ok");
        assertThat(strip()).isEqualTo("WBWWWWWWWW");
    }

    @Test
    void whatLiesBeyondThePathBreaksByItself() {
        allWell().probe("server.ws", "ok*8 upgrade.ws_html*9");
        assertThat(strip()).isEqualTo("WWWWWWWDWW");
        probe("plugin.link", "ok*50 upgrade.not_connected*20 ok*30");
        assertThat(strip()).isEqualTo("WWWWWWWDBW");
        assertThat(counts(Layer.PLUGIN)).isEqualTo(new JointCounts(100, 20));
    }

    @Test
    void whatThePluginsLogStatesHoldsWithoutTheServerToo() {
        allWell()
                .probe("server.http", "ok*50 response.http_5xx*50")
                .probe("plugin.link", "ok*50 upgrade.kicked*50");
        assertThat(strip()).isEqualTo("WWWWWWD-DW");
    }

    @ParameterizedTest
    @CsvSource({
        "ok*50 connect.refused*50, D",
        "(ok*8 body.timeout*2)*10 ok, B",
        "connect.refused*100, D",
        "ok*99 body.timeout, W"
    })
    void theCameraStandsApart(String course, String expected) {
        allWell()
                .probe("gateway", "ok*100 connect.timeout*100")
                .probe("server.http", "ok*50 connect.timeout*50")
                .probe("webcam.snapshot", course);
        assertThat(strip()).isEqualTo("?D-------" + expected);
    }

    @Test
    void withoutAServerPaneTheNearLinksAreStillSeen() {
        probe("gateway", "ok*100").probe("dns", "ok*20 dns.timeout*30");
        assertThat(strip()).isEqualTo("WWD???????");
        probe("gateway", "ok*100 connect.timeout*50");
        assertThat(strip()).isEqualTo("?D-???????");
    }

    @ParameterizedTest
    @EnumSource
    void everyHealthHasAWord(Health health) {
        assertThat(said("chain.health." + health.name().toLowerCase(Locale.ROOT))).isNotBlank();
    }

    @Test
    void everyLinkHasAName() {
        assertThat(
                        Chain.of(printer.build()).stream()
                                .map(state -> said("chain." + state.layer().wireName()))
                                .toList())
                .isEqualTo(
                        List.of(
                                "Wi-Fi or cable",
                                "Router",
                                "Name lookup",
                                "Internet",
                                "Server port",
                                "Encryption",
                                "Server answer",
                                "Live connection",
                                "Obico plugin",
                                "Camera"));
    }

    private static String said(String key) {
        return Messages.in(Locale.ENGLISH, ZoneOffset.UTC).render(Statement.of(key));
    }
}
