package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts of an SSH configuration (ssh_config(5)): every name after {@code Host} that is no pattern.
 * As there, the first value that fits a host counts. Nothing is run and no other file is opened:
 * {@code Match}, {@code Include} and {@code ProxyCommand} are passed over and said.
 */
final class SshConfigRows {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<key>[A-Za-z]+)(?:\\s*=\\s*|\\s+)(?<value>.*)");
    private static final Set<String> KEPT =
            Set.of("hostname", "user", "port", "identityfile", "proxyjump", "proxycommand");

    /** Patterns cost time for each host. */
    private static final int MOST_PATTERNS = 100;

    private static final int LONGEST_NAME = 253;

    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Rows rows = new Rows(Kind.SSH_CONFIG);
    private int patterns;

    /** Options for the hosts of some patterns. */
    private record Block(List<Glob> fits, List<Glob> not, Map<String, String> options) {
        boolean isFor(String host) {
            return fits.stream().anyMatch(glob -> glob.fits(host))
                    && not.stream().noneMatch(glob -> glob.fits(host));
        }
    }

    private SshConfigRows() {}

    /** Whether the text is such a configuration. */
    static boolean fits(List<String> significant) {
        return significant.stream()
                .anyMatch(line -> line.matches("(?i)Host(\\s+|\\s*=\\s*)[^,;=\\s].*"));
    }

    /** What the configuration holds. */
    static Rows of(String text) throws UnreadableListException {
        return new SshConfigRows().read(text);
    }

    private Rows read(String text) throws UnreadableListException {
        Block all = new Block(List.of(Glob.of("*")), List.of(), new HashMap<>());
        Block now = all;
        blocks.add(all);
        for (String line : Text.significant(text)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            String value = unquoted(parts.group("value").strip());
            String key = parts.group("key").toLowerCase(Locale.ROOT);
            switch (key) {
                case "host" -> now = block(value);
                case "match" -> {
                    rows.note("list.note.match");
                    now = new Block(List.of(), List.of(), new HashMap<>());
                }
                case "include" -> rows.note("list.note.include");
                default -> {
                    if (KEPT.contains(key)) {
                        now.options().putIfAbsent(key, value);
                    }
                }
            }
        }
        for (String name : names) {
            rows.add(row(name));
        }
        return rows;
    }

    private Block block(String value) throws UnreadableListException {
        var block = new Block(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (String word : value.split("\\s+", -1)) {
            boolean negated = word.startsWith("!");
            String pattern = unquoted(negated ? word.substring(1) : word);
            Glob glob = Glob.of(pattern);
            (negated ? block.not() : block.fits()).add(glob);
            if (!glob.isName()) {
                patterns++;
            } else if (!negated && !pattern.isEmpty() && pattern.length() <= LONGEST_NAME) {
                names.add(pattern);
            }
        }
        blocks.add(block);
        if (patterns > MOST_PATTERNS || names.size() > Rows.MOST) {
            throw new UnreadableListException(Statement.of("list.too_many", Rows.MOST));
        }
        return block;
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private Row row(String name) {
        Map<String, String> options = options(name.toLowerCase(Locale.ROOT));
        if (options.containsKey("proxycommand")) {
            rows.note("list.note.proxy_command");
        }
        boolean jumps = options.containsKey("proxyjump");
        if (jumps) {
            rows.note("list.note.jump");
        }
        String host = options.get("hostname");
        // The name leads through the jump host, as far as it stands in the user's own file.
        String address = host == null || jumps ? name : host.replace("%h", name);
        boolean bare = address.indexOf(':') >= 0 && !address.startsWith("[");
        String identity = options.get("identityfile");
        return new Row()
                .put(Column.TARGET, bare ? "[" + address + "]" : address)
                .put(Column.NAME, name)
                .put(Column.USER, options.get("user"))
                .put(Column.PORT, options.get("port"))
                .put(Column.IDENTITY, "none".equals(identity) ? null : identity);
    }

    private Map<String, String> options(String host) {
        Map<String, String> options = new HashMap<>();
        for (Block block : blocks) {
            if (block.isFor(host)) {
                block.options().forEach(options::putIfAbsent);
            }
        }
        return options;
    }
}
