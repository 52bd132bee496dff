package dev.linkscope.store.postgres;

import dev.linkscope.domain.Statement;
import dev.linkscope.store.HistoryException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a shared history is: {@code [jdbc:]postgresql://[USER@]HOST[:PORT][,HOST…]/DATABASE[?…]}.
 * It never holds a password.
 *
 * @param hosts one or several, each with or without its port
 * @param database name of the database
 * @param user who logs in; null for the driver's choice, the user of the operating system
 * @param parameters further ones of the driver, from {@link #PARAMETERS}
 */
record PostgresAddress(
        String hosts, String database, @Nullable String user, Map<String, String> parameters) {
    /**
     * The driver has parameters that name classes to be loaded and files to be written; an address
     * may use these alone.
     */
    static final Set<String> PARAMETERS =
            Set.of(
                    "sslmode",
                    "sslrootcert",
                    "sslcert",
                    "sslkey",
                    "currentSchema",
                    "targetServerType",
                    "loadBalanceHosts",
                    "requireAuth",
                    "channelBinding");

    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(.*)");
    private static final Pattern SHAPE =
            Pattern.compile("(?:([^@/?]*)@)?([A-Za-z0-9._:,\\[\\]-]+)/([^/?]+)(?:\\?(.*))?");
    private static final int LONGEST = 1_000;

    PostgresAddress {
        parameters = Map.copyOf(parameters);
    }

    /** Whether a text is meant as one. */
    static boolean looksLikeOne(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * The address that a text says.
     *
     * @throws HistoryException if it is none or holds a password; what was given is not repeated
     */
    static PostgresAddress parse(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()
                || text.length() > LONGEST
                || text.chars().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
            throw refused("store.address");
        }
        Matcher shape = SHAPE.matcher(scheme.group(1));
        if (!shape.matches()) {
            // A password with a slash in it must not be told either.
            throw refused(text.contains("@") ? "store.password_given" : "store.address");
        }
        String user = shape.group(1);
        if (user != null && user.contains(":")) {
            throw refused("store.password_given");
        }
        Map<String, String> parameters = parameters(shape.group(4));
        String named = parameters.remove("user");
        return new PostgresAddress(
                shape.group(2),
                decoded(shape.group(3)),
                user == null || user.isEmpty() ? named : decoded(user),
                parameters);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (name.toLowerCase(Locale.ROOT).contains("password")) {
                throw refused("store.password_given");
            }
            if (equals < 0 || !(PARAMETERS.contains(name) || name.equals("user"))) {
                throw refused("store.address");
            }
            parameters.put(name, decoded(part.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw refused("store.address");
        }
    }

    private static HistoryException refused(String key) {
        return new HistoryException(Statement.of(key), null);
    }

    /** For people: host and database. */
    String name() {
        return hosts + "/" + database;
    }

    /** For the driver: without user and password. */
    String url() {
        return "jdbc:postgresql://"
                + hosts
                + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }
}
