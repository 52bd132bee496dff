package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Allowed;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses in one line, with commas or blanks between them. */
enum Addresses implements Spelling<List<String>> {
    /** Two places in the internet, with their ports. */
    REFERENCES {
        @Override
        Optional<InetAddress> parsed(String text) {
            return Allowed.reference(text);
        }

        @Override
        Read<List<String>> counted(List<String> places) {
            return places.size() == Allowed.REFERENCES
                    ? new Read.Good<>(places)
                    : Read.bad("preferences.bad.references.count", places.size());
        }
    },
    /** Name servers, or none. */
    RESOLVERS {
        @Override
        Optional<InetAddress> parsed(String text) {
            return Allowed.resolver(text);
        }

        @Override
        Read<List<String>> counted(List<String> addresses) {
            return addresses.size() <= Allowed.MOST_RESOLVERS
                    ? new Read.Good<>(addresses)
                    : Read.bad(
                            "preferences.bad.resolvers.count",
                            addresses.size(),
                            Allowed.MOST_RESOLVERS);
        }
    };

    /** What is shown of something that is no address. */
    private static final int SHOWN = 40;

    abstract Optional<InetAddress> parsed(String text);

    abstract Read<List<String>> counted(List<String> addresses);

    @Override
    public String show(List<String> value, Locale locale) {
        return String.join(", ", value);
    }

    @Override
    public Read<List<String>> read(String typed) {
        List<String> parts =
                Arrays.stream(typed.strip().split("[,;\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .toList();
        var known = new HashSet<InetAddress>();
        for (String part : parts) {
            Optional<InetAddress> address = parsed(part);
            if (address.isEmpty()) {
                return Read.bad(
                        "preferences.bad." + name().toLowerCase(Locale.ROOT), shortened(part));
            }
            if (!known.add(address.get())) {
                return Read.bad("preferences.bad.twice", part);
            }
        }
        return counted(parts);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
