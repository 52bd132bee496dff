package dev.linkscope.inventory;

import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ansible inventory in the form of an INI file. */
final class AnsibleIni {
    private static final Pattern SECTION =
            Pattern.compile(
                    "\\[(?<group>[^\\[\\]:{}\",]+)(?::(?<what>vars|children|hosts))?]\\s*(?:[#;].*)?");
    private static final Pattern VARIABLE =
            Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*)");

    /** Words apart by blanks; quotes hold a word together. */
    private static final Pattern WORD =
            Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])++");

    private final AnsibleInventory inventory = new AnsibleInventory();

    private AnsibleIni() {}

    /** Whether the text is such an inventory. */
    static boolean fits(List<String> significant) {
        return significant.stream()
                .anyMatch(line ->
                        SECTION.matcher(line).matches()
                                || line.matches("[^,;]*\\sansible_[a-z_]+=.*"));
    }

    /** What the inventory holds. */
    static Rows of(String text) throws UnreadableListException {
        return new AnsibleIni().read(text);
    }

    private Rows read(String text) throws UnreadableListException {
        String group = "ungrouped";
        String what = "hosts";
        for (String line : Text.significant(text)) {
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                group = section.group("group").strip();
                String kind = section.group("what");
                what = kind == null ? "hosts" : kind;
                inventory.group(group);
            } else if (what.equals("vars")) {
                Matcher variable = VARIABLE.matcher(line);
                if (variable.matches()) {
                    inventory.groupVariable(
                            group, variable.group("name"), unquoted(variable.group("value")));
                }
            } else if (what.equals("children")) {
                inventory.child(group, words(line).getFirst());
            } else {
                host(group, line);
            }
        }
        return inventory.rows();
    }

    private void host(String group, String line) throws UnreadableListException {
        List<String> words = words(line);
        String pattern = words.getFirst();
        int colon = pattern.lastIndexOf(':');
        boolean port = colon > 0 && isPort(pattern.substring(0, colon), pattern.substring(colon));
        List<String> hosts = inventory.host(group, port ? pattern.substring(0, colon) : pattern);
        for (String host : hosts) {
            if (port) {
                inventory.hostVariable(host, "ansible_port", pattern.substring(colon + 1));
            }
            for (String word : words.subList(1, words.size())) {
                Matcher variable = VARIABLE.matcher(word);
                if (variable.matches()) {
                    inventory.hostVariable(
                            host, variable.group("name"), unquoted(variable.group("value")));
                }
            }
        }
    }

    /** Whether a colon is the one before a port: of a range, and of IPv6, there are others. */
    private static boolean isPort(String host, String rest) {
        return rest.matches(":\\d{1,5}")
                && host.indexOf('[') != 0
                && host.replaceAll("\\[[^\\[\\]]*]", "")
                        .chars()
                        .allMatch(c -> c != ':' && c != '[');
    }

    /** The words of a line, at least one, up to a comment. */
    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(line);
        while (word.find() && !(word.group().startsWith("#") && !words.isEmpty())) {
            words.add(word.group());
        }
        return words.isEmpty() ? List.of(line) : words;
    }

    private static String unquoted(String text) {
        String value = text.strip();
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        boolean quoted =
                value.length() >= 2
                        && (quote == '"' || quote == '\'')
                        && value.charAt(value.length() - 1) == quote;
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
