package dev.linkscope.rules.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.i18n.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Made-up farms of which one thing each is broken, and some that look alike. */
class SharedCauseTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Instant FROM = Instant.parse("2026-03-01T09:12:00Z");
    private static final Instant TO = FROM.plusSeconds(120);
    private static final JointCounts ANSWERED = new JointCounts(24, 0);
    private static final JointCounts SILENT = new JointCounts(24, 24);
    private static final JointCounts UNASKED = JointCounts.NONE;

    private final List<FarmPrinter> members = new ArrayList<>();
    private final List<FarmPrinter> others = new ArrayList<>();

    /** Places as {@code KIND=value}. */
    private static Map<Place, String> places(String... given) {
        Map<Place, String> places = new EnumMap<>(Place.class);
        for (String one : given) {
            int at = one.indexOf('=');
            places.put(Place.valueOf(one.substring(0, at)), one.substring(at + 1));
        }
        return places;
    }

    private static BrokenSpan span(Layer layer, JointCounts router, JointCounts references) {
        return new BrokenSpan(
                FROM.plusSeconds(3), TO.minusSeconds(7), layer, 12, router, references);
    }

    private void down(int count, BrokenSpan span, String... places) {
        for (int i = 0; i < count; i++) {
            members.add(new FarmPrinter(places(places), List.of(span)));
        }
    }

    private void up(int count, String... places) {
        for (int i = 0; i < count; i++) {
            others.add(new FarmPrinter(places(places), List.of()));
        }
    }

    private Explanation explain() {
        int measured = members.size() + others.size();
        return SharedCause.of(new SharedCase(FROM, TO, false, measured, members, others));
    }

    private static List<String> keys(Explanation explanation) {
        return explanation.statements().stream().map(Statement::key).toList();
    }

    @Test
    void aDeadRouterTakesNamesAndInternetWithIt() {
        down(5, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=192.168.1.1", "SERVER=s");
        Explanation why = explain();
        assertThat(why.where()).isEqualTo(Layer.ROUTER);
        assertThat(keys(why))
                .containsExactly("farm_cause.happened", "farm_cause.router.of", "farm_cause.once");
        assertThat(ENGLISH.render(why.statements().get(1))).contains("router 192.168.1.1");
    }

    @Test
    void oneOfTwoRouters() {
        down(8, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=192.168.1.1");
        up(4, "GATEWAY=10.0.0.1");
        Explanation why = explain();
        assertThat(keys(why)).contains("farm_cause.router.others");
        assertThat(ENGLISH.render(why.statements().get(1)))
                .contains("192.168.1.1", "4 printers behind other routers went on");
    }

    @Test
    void theUplinkBehindARouterThatAnswers() {
        down(44, span(Layer.INTERNET, ANSWERED, SILENT), "GATEWAY=192.168.1.1", "SERVER=s");
        up(4, "GATEWAY=192.168.2.1", "SERVER=s");
        Explanation why = explain();
        assertThat(why.where()).isEqualTo(Layer.INTERNET);
        assertThat(why.statements().stream().map(ENGLISH::render))
                .containsExactly(
                        "44 of 48 printers lost the server together, from 09:12:00 to 09:14:00"
                                + " (2 min).",
                        "The router answered all of them, the references in the internet none."
                                + " Look at the modem or at the internet provider first.",
                        "4 printers behind other routers went on.",
                        "It counts once, and is left out of each printer's own error rate.");
    }

    /** The router's own name server fails as well when its line is dead. */
    @Test
    void namesThatFailWithTheUplinkAreTheUplink() {
        down(6, span(Layer.DNS, ANSWERED, SILENT), "GATEWAY=192.168.1.1");
        assertThat(explain().where()).isEqualTo(Layer.INTERNET);
    }

    @Test
    void aRouterNobodyAskedIsNotSaidToAnswer() {
        down(6, span(Layer.INTERNET, UNASKED, SILENT), "GATEWAY=192.168.1.1");
        assertThat(keys(explain())).contains("farm_cause.uplink.unsure");
    }

    @Test
    void printersWhoseRouterHasTheSameAddressAndWentOnSpeakAgainstTheProvider() {
        down(6, span(Layer.INTERNET, ANSWERED, SILENT), "GATEWAY=192.168.1.1", "GROUP=lab");
        up(6, "GATEWAY=192.168.1.1", "GROUP=hall");
        Explanation why = explain();
        assertThat(keys(why)).contains("farm_cause.uplink.part", "farm_cause.common");
        assertThat(ENGLISH.render(why.statements().get(2))).contains("same group (lab)");
    }

    @Test
    void aNameServerThatFailsAlone() {
        down(5, span(Layer.DNS, ANSWERED, ANSWERED), "RESOLVER=192.168.1.53");
        up(3, "RESOLVER=9.9.9.9");
        Explanation why = explain();
        assertThat(why.where()).isEqualTo(Layer.DNS);
        assertThat(keys(why)).contains("farm_cause.dns.of", "farm_cause.others.resolver");
    }

    @Test
    void onlyThePrintersOfOneAccessPoint() {
        down(7, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r", "ACCESS_POINT=B", "LINK=wifi");
        up(9, "GATEWAY=r", "ACCESS_POINT=A", "LINK=wifi");
        up(2, "GATEWAY=r", "ACCESS_POINT=", "LINK=ethernet");
        Explanation why = explain();
        assertThat(why.where()).isEqualTo(Layer.ROUTER);
        assertThat(keys(why).get(1)).isEqualTo("farm_cause.access_point");
        assertThat(ENGLISH.render(why.statements().get(1))).contains("(B)");
    }

    @Test
    void onlyThePrintersOnCables() {
        down(5, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r", "LINK=ethernet");
        up(6, "GATEWAY=r", "LINK=wifi");
        assertThat(keys(explain())).contains("farm_cause.switch");
    }

    @Test
    void onlyThePrintersOnTheRadio() {
        down(3, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r", "LINK=wifi", "ACCESS_POINT=A");
        down(3, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r", "LINK=wifi", "ACCESS_POINT=B");
        up(6, "GATEWAY=r", "LINK=ethernet", "ACCESS_POINT=");
        assertThat(keys(explain())).contains("farm_cause.radio");
    }

    @Test
    void someOfManyCables() {
        down(4, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r", "LINK=ethernet", "GROUP=rack 2");
        up(6, "GATEWAY=r", "LINK=ethernet", "GROUP=rack 1");
        assertThat(keys(explain())).contains("farm_cause.way.group");
        others.clear();
        up(6, "GATEWAY=r", "LINK=ethernet");
        assertThat(keys(explain())).contains("farm_cause.way");
    }

    @Test
    void aServerThatAnswersEverybodyWithErrors() {
        down(10, span(Layer.HTTP, ANSWERED, ANSWERED), "GATEWAY=r", "SERVER=https://a.example");
        up(2, "GATEWAY=r", "SERVER=https://b.example");
        Explanation why = explain();
        assertThat(why.where()).isEqualTo(Layer.HTTP);
        assertThat(keys(why)).contains("farm_cause.server.wrong", "farm_cause.others.server");
        assertThat(ENGLISH.render(why.statements().get(1))).contains("https://a.example");
    }

    @Test
    void aServerThatIsSilentWhileTheInternetAnswers() {
        down(10, span(Layer.TCP, ANSWERED, ANSWERED), "SERVER=https://a.example");
        assertThat(keys(explain())).contains("farm_cause.server.silent");
        members.clear();
        down(10, span(Layer.TCP, ANSWERED, UNASKED), "SERVER=https://a.example");
        assertThat(keys(explain())).contains("farm_cause.server.unsure");
    }

    /** A server that comes down fails some while connecting and some while they wait. */
    @Test
    void phasesOfTheServerCountTogether() {
        down(4, span(Layer.TCP, ANSWERED, ANSWERED), "SERVER=s");
        down(3, span(Layer.TLS, ANSWERED, ANSWERED), "SERVER=s");
        down(3, span(Layer.HTTP, ANSWERED, ANSWERED), "SERVER=s");
        assertThat(explain().where()).isEqualTo(Layer.TCP);
    }

    @Test
    void aServerThatServedOthersIsNotAlone() {
        down(6, span(Layer.TLS, ANSWERED, ANSWERED), "SERVER=s", "PLUGIN=2.4");
        up(6, "SERVER=s", "PLUGIN=2.5");
        Explanation why = explain();
        assertThat(keys(why)).contains("farm_cause.server.part", "farm_cause.common");
        assertThat(ENGLISH.render(why.statements().get(2))).contains("version of the plugin (2.4)");
    }

    @Test
    void noSinglePlaceIsSaidHonestly() {
        down(2, span(Layer.ROUTER, SILENT, SILENT), "SERVER=s");
        down(2, span(Layer.DNS, ANSWERED, ANSWERED), "SERVER=s");
        down(2, span(Layer.HTTP, ANSWERED, ANSWERED), "SERVER=s");
        up(3, "SERVER=s");
        Explanation why = explain();
        assertThat(why.where()).isNull();
        assertThat(keys(why))
                .containsExactly(
                        "farm_cause.happened",
                        "farm_cause.unknown",
                        "farm_cause.common.none",
                        "farm_cause.once");
    }

    @Test
    void whatBrokeAtAnotherTimeSaysNothing() {
        var before =
                new BrokenSpan(
                        FROM.minusSeconds(900),
                        FROM.minusSeconds(600),
                        Layer.DNS,
                        30,
                        SILENT,
                        SILENT);
        members.add(new FarmPrinter(Map.of(), List.of(before)));
        members.add(new FarmPrinter(Map.of(), List.of(before)));
        assertThat(explain().where()).isNull();
    }

    @Test
    void aPlaceThatIsUnknownOfMostTellsNothing() {
        down(1, span(Layer.ROUTER, SILENT, SILENT), "ACCESS_POINT=B", "GATEWAY=r");
        down(9, span(Layer.ROUTER, SILENT, SILENT), "GATEWAY=r");
        up(5, "ACCESS_POINT=A", "GATEWAY=r");
        assertThat(keys(explain())).doesNotContain("farm_cause.access_point");
    }

    @Test
    void oneThatLastsIsSaidToLast() {
        down(3, span(Layer.ROUTER, SILENT, SILENT));
        Explanation why = SharedCause.of(new SharedCase(FROM, TO, true, 3, members, others));
        assertThat(ENGLISH.render(why.statements().getFirst()))
                .isEqualTo(
                        "3 of 3 printers have lost the server together since 09:12:00, and it"
                                + " goes on.");
    }

    @ParameterizedTest
    @EnumSource
    void everyLayerIsSaidInWords(Layer layer) {
        down(4, span(layer, ANSWERED, SILENT), "GATEWAY=r");
        up(1, "GATEWAY=r");
        assertThat(explain().statements())
                .allSatisfy(one -> assertThat(ENGLISH.render(one)).doesNotContain("{"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceHasItsName(Place place) {
        assertThat(ENGLISH.has("farm_cause.place." + place.wireName())).isTrue();
    }
}
