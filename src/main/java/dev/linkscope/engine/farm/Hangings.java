package dev.linkscope.engine.farm;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.farm.FarmPrinter;
import dev.linkscope.rules.farm.Place;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a printer hangs on and what it is, as far as that is known. */
final class Hangings {
    /** What is not there is known as well; only what nobody looked at is unknown. */
    private static final String NONE = "";

    private Hangings() {}

    /** A printer as the rules about farms see it. */
    static FarmPrinter of(SessionSnapshot session) {
        var facts = new FactSheet(session.facts());
        Map<Place, String> places = new EnumMap<>(Place.class);
        put(places, Place.ACCESS_POINT, accessPoint(facts));
        put(places, Place.GATEWAY, value(facts, "gateway.address"));
        put(places, Place.RESOLVER, value(facts, "dns.resolvers"));
        put(places, Place.SERVER, session.printer().server().display());
        put(places, Place.GROUP, group(session.printer()));
        put(places, Place.LINK, value(facts, "link.kind"));
        put(places, Place.PLUGIN, value(facts, "obico.version"));
        return new FarmPrinter(places, session.side().broken());
    }

    /** Its traits by the names of {@link FarmView.CommonTrait}; unknown ones are left out. */
    static Map<String, String> traits(SessionSnapshot session) {
        var facts = new FactSheet(session.facts());
        Map<String, String> traits = new HashMap<>();
        put(traits, "access_point", accessPoint(facts));
        put(traits, "channel", facts.is("link.kind", "ethernet") ? NONE : channel(facts));
        put(traits, "model", value(facts, "pi.model"));
        put(traits, "os", value(facts, "os.name"));
        put(traits, "octoprint", value(facts, "octoprint.version"));
        put(traits, "plugin", value(facts, "obico.version"));
        put(traits, "link", value(facts, "link.kind"));
        put(traits, "group", group(session.printer()));
        return traits;
    }

    /** A printer that goes through its cable hangs on no access point, radio or not. */
    private static @Nullable String accessPoint(FactSheet facts) {
        return facts.is("link.kind", "ethernet") ? NONE : value(facts, "wifi.access_point");
    }

    private static @Nullable String channel(FactSheet facts) {
        return value(facts, "wifi.channel");
    }

    private static String group(Printer printer) {
        String group = printer.labels().group();
        return group == null ? NONE : group;
    }

    private static @Nullable String value(FactSheet facts, String key) {
        return facts.absent(key) ? NONE : facts.text(key).orElse(null);
    }

    private static <K> void put(Map<K, String> map, K key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
