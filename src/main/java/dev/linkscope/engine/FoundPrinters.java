package dev.linkscope.engine;

import dev.linkscope.domain.printer.HostName;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Discovery.Found;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes printers to add of printers found. */
public final class FoundPrinters {
    /** What OctoPrint calls itself with a name in its settings; the end may have been cut off. */
    private static final Pattern NAMED =
            Pattern.compile("OctoPrint instance \"(.+?)(?:\"(?:[ -]?\\(?#?\\d+\\)?)?)?");

    private final List<Found> found;
    private final List<Printer> watched;

    private FoundPrinters(List<Found> found, List<Printer> watched) {
        this.found = found;
        this.watched = watched;
    }

    /**
     * A printer that could be added.
     *
     * @param found what was found
     * @param printer the printer, over SSH as the user that the SSH configuration names. Its name
     *     is unique among all; its id is made of what was found, so that the same has the same
     * @param octoPrint address of its OctoPrint or Moonraker as seen from here
     * @param watched whether it is watched already
     */
    public record Candidate(Found found, Printer printer, TargetUrl octoPrint, boolean watched) {}

    /**
     * What was found, in the same order, as printers that could be added.
     *
     * @param watched the printers that are watched already
     */
    public static List<Candidate> candidates(List<Found> found, List<Printer> watched) {
        return new FoundPrinters(List.copyOf(found), List.copyOf(watched)).candidates();
    }

    private List<Candidate> candidates() {
        List<Boolean> known = found.stream().map(this::isWatched).toList();
        List<String> names = names(known);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            var printer =
                    new Printer(
                            id(one),
                            names.get(i),
                            new Target.Ssh(host(one), null, null, null),
                            Printer.CLOUD,
                            null,
                            Printer.DEFAULT_CADENCE);
            candidates.add(new Candidate(one, printer, octoPrint(one), known.get(i)));
        }
        return candidates;
    }

    /** Its name if that is its alone, else an address. */
    private String host(Found one) {
        return isAmbiguous(one) || !HostName.isUsable(one.host())
                ? literal(one.addresses().getFirst())
                : one.host();
    }

    /** Whether another host has the same name. Several printers of one host do not matter. */
    private boolean isAmbiguous(Found one) {
        return found.stream()
                .anyMatch(other ->
                        other.host().equalsIgnoreCase(one.host())
                                && Collections.disjoint(other.addresses(), one.addresses()));
    }

    private TargetUrl octoPrint(Found one) {
        String host = host(one);
        // A zone in a URL begins with an escaped per cent sign (RFC 6874).
        String place = host.indexOf(':') < 0 ? host : "[" + host.replace("%", "%25") + "]";
        String path = one.path().equals("/") ? "" : one.path();
        return new TargetUrl(
                switch (one.port()) {
                    case 80 -> "http://" + place + path;
                    case 443 -> "https://" + place + path;
                    default -> "http://" + place + ":" + one.port() + path;
                });
    }

    private static String literal(InetAddress address) {
        return address.getHostAddress();
    }

    private PrinterId id(Found one) {
        String what =
                one.uuid() == null
                        ? host(one) + " " + one.port()
                        : one.uuid() + " " + literal(one.addresses().getFirst());
        String text = one.kind() + " " + what.toLowerCase(Locale.ROOT);
        return new PrinterId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names(List<Boolean> known) {
        Map<String, Integer> users = new HashMap<>();
        watched.forEach(printer -> users.merge(key(printer.name()), 1, Integer::sum));
        for (int i = 0; i < found.size(); i++) {
            if (!known.get(i)) {
                users.merge(key(plainName(found.get(i))), 1, Integer::sum);
            }
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            String plain = plainName(one);
            if (known.get(i) || users.getOrDefault(key(plain), 0) == 1) {
                names.add(plain);
            } else {
                String name = unused(plain, one, users);
                users.put(key(name), 1);
                names.add(name);
            }
        }
        return names;
    }

    private static String unused(String plain, Found one, Map<String, Integer> users) {
        String address = literal(one.addresses().getFirst());
        for (String more : List.of(address, address + " " + one.port())) {
            String name = plain + " (" + more + ")";
            if (!users.containsKey(key(name))) {
                return name;
            }
        }
        int number = 2;
        while (users.containsKey(key(plain + " " + number))) {
            number++;
        }
        return plain + " " + number;
    }

    /** What its owner calls it, else its host's name. */
    static String plainName(Found one) {
        Matcher named = NAMED.matcher(one.name());
        String given = named.matches() ? named.group(1).strip() : "";
        return given.isEmpty() ? shortHost(one.host()) : given;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String shortHost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT).endsWith(".local")
                ? name.substring(0, name.length() - ".local".length())
                : name;
    }

    private boolean isWatched(Found one) {
        return watched.stream().anyMatch(printer -> isSame(one, printer));
    }

    /**
     * Whether the printer is the one found: its OctoPrint is where that was found, or else its host
     * is, unless its OctoPrint is another one of the same host.
     */
    private boolean isSame(Found one, Printer printer) {
        Optional<WebPlace> page = WebPlace.of(printer).filter(web -> isAt(one, web.host()));
        if (page.isPresent()) {
            int port = page.get().port();
            return port == one.port()
                    || found.stream()
                            .noneMatch(other ->
                                    other.port() == port && isAt(other, page.get().host()));
        }
        return printer.target() instanceof Target.Ssh ssh && isAt(one, ssh.host());
    }

    private boolean isAt(Found one, String host) {
        return one.addresses().stream().anyMatch(address -> isLiteral(host, address))
                || (!isAmbiguous(one) && shortHost(one.host()).equalsIgnoreCase(shortHost(host)));
    }

    private static boolean isLiteral(String host, InetAddress address) {
        try {
            // Literals alone: nothing is looked up here.
            return InetAddress.ofLiteral(host).equals(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
