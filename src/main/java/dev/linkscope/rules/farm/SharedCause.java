package dev.linkscope.rules.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains a shared outage: by the link that broke for most members, and by what they hang on and
 * the others do not. It says where to look first, never that something is proven, and where nothing
 * tells, it says so.
 */
public final class SharedCause {
    private final SharedCase outage;
    private final BrokenThere broken;
    private final CommonPlaces places;
    private final List<Statement> said = new ArrayList<>();

    private SharedCause(SharedCase outage) {
        this.outage = outage;
        this.broken = new BrokenThere(outage);
        this.places = new CommonPlaces(outage);
    }

    /** What is to be said of an outage. */
    public static Explanation of(SharedCase outage) {
        return new SharedCause(outage).explain();
    }

    private Explanation explain() {
        Layer where = broken.layer();
        said.add(happened());
        switch (where) {
            case LINK, ROUTER -> nearTheRouter();
            case DNS -> names();
            case INTERNET -> behindTheRouter();
            case TCP, TLS, HTTP, WEBSOCKET -> atTheServer(where);
            case null, default -> nowhere();
        }
        say("farm_cause.once");
        return new Explanation(where, said);
    }

    private void say(String key, Object... args) {
        said.add(Statement.of(key, args));
    }

    private Statement happened() {
        int members = outage.members().size();
        return outage.lasts()
                ? Statement.of("farm_cause.happening", members, outage.measured(), outage.from())
                : Statement.of(
                        "farm_cause.happened",
                        members,
                        outage.measured(),
                        outage.from(),
                        outage.to(),
                        Duration.between(outage.from(), outage.to()));
    }

    private void nearTheRouter() {
        Optional<String> accessPoint = places.telling(Place.ACCESS_POINT);
        String router = places.shared(Place.GATEWAY).orElse(null);
        if (accessPoint.isPresent()) {
            say("farm_cause.access_point", accessPoint.get());
        } else if (places.telling(Place.GATEWAY).isPresent()) {
            say("farm_cause.router.others", places.elsewhere(Place.GATEWAY), known(router));
        } else if (places.besides(Place.GATEWAY) == 0 && outage.others().isEmpty()) {
            say(router == null ? "farm_cause.router" : "farm_cause.router.of", known(router));
        } else {
            betweenRouterAndPrinters();
        }
    }

    private static String known(@Nullable String router) {
        return router == null ? "" : router;
    }

    /** The router answered others meanwhile, or may have. */
    private void betweenRouterAndPrinters() {
        Optional<String> group = places.telling(Place.GROUP);
        String link = places.telling(Place.LINK).orElse("");
        if (link.equals("ethernet")) {
            say("farm_cause.switch", places.elsewhere(Place.LINK));
        } else if (link.equals("wifi")) {
            say("farm_cause.radio", places.elsewhere(Place.LINK));
        } else if (group.isPresent()) {
            say("farm_cause.way.group", group.get(), outage.others().size());
        } else {
            say("farm_cause.way", outage.others().size());
        }
    }

    private void names() {
        Optional<String> resolver = places.shared(Place.RESOLVER);
        if (resolver.isPresent()) {
            say("farm_cause.dns.of", resolver.get());
        } else {
            say("farm_cause.dns");
        }
        if (places.telling(Place.RESOLVER).isPresent()) {
            say("farm_cause.others.resolver", places.elsewhere(Place.RESOLVER));
        }
    }

    private void behindTheRouter() {
        boolean itsOwnRouter = places.telling(Place.GATEWAY).isPresent();
        if (places.besides(Place.GATEWAY) > 0 && !itsOwnRouter) {
            say("farm_cause.uplink.part", places.besides(Place.GATEWAY));
            common(List.of(Place.ACCESS_POINT, Place.GROUP, Place.LINK, Place.RESOLVER));
            return;
        }
        say(broken.routerAnsweredAll() ? "farm_cause.uplink" : "farm_cause.uplink.unsure");
        if (itsOwnRouter) {
            say("farm_cause.others.gateway", places.elsewhere(Place.GATEWAY));
        }
    }

    private void atTheServer(Layer where) {
        String server = places.shared(Place.SERVER).orElse(null);
        boolean tells = places.telling(Place.SERVER).isPresent();
        if (server != null && places.besides(Place.SERVER) > 0 && !tells) {
            say("farm_cause.server.part", server, places.besides(Place.SERVER));
            common(List.of(Place.values()));
            return;
        }
        Object name = server == null ? Statement.of("farm_cause.server.name") : server;
        if (where == Layer.HTTP || where == Layer.WEBSOCKET) {
            say("farm_cause.server.wrong", name);
        } else if (where == Layer.TLS) {
            say("farm_cause.server.tls", name);
        } else if (broken.referencesAsked()) {
            say(
                    broken.referencesAnswered()
                            ? "farm_cause.server.silent"
                            : "farm_cause.server.or_uplink",
                    name);
        } else {
            say("farm_cause.server.unsure", name);
        }
        if (tells) {
            say("farm_cause.others.server", places.elsewhere(Place.SERVER));
        }
    }

    private void nowhere() {
        say("farm_cause.unknown");
        common(List.of(Place.values()));
    }

    /** What tells members from others, the narrowest place first; or that nothing does. */
    private void common(List<Place> asked) {
        for (Place place : asked) {
            Optional<String> value = places.telling(place);
            if (value.isPresent()) {
                var name = Statement.of("farm_cause.place." + place.wireName());
                say("farm_cause.common", name, value.get());
                return;
            }
        }
        say("farm_cause.common.none");
    }
}
