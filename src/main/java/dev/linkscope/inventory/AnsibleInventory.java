package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups, hosts and the few variables of an Ansible inventory that say how to reach a host (Ansible
 * documentation, <em>How to build your inventory</em>, behavioural inventory parameters). Secrets
 * are passed over; templates are not filled in.
 */
final class AnsibleInventory {
    private static final Set<String> KEPT =
            Set.of(
                    "ansible_host",
                    "ansible_ssh_host",
                    "ansible_port",
                    "ansible_ssh_port",
                    "ansible_user",
                    "ansible_ssh_user",
                    "ansible_ssh_private_key_file",
                    "ansible_private_key_file",
                    "ansible_connection");
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|passwd|password|secret).*");
    private static final Set<String> NO_GROUPS = Set.of("all", "ungrouped");

    /** Group of which every host is a member. */
    static final String ALL = "all";

    private static final int MOST_GROUPS = 2_000;
    private static final int MOST_MEMBERSHIPS = 50_000;

    private final Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
    private final Map<String, List<String>> groupsOf = new HashMap<>();
    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Rows rows = new Rows(Kind.ANSIBLE);
    private int memberships;

    /** A group is there, with or without hosts. */
    void group(String group) throws UnreadableListException {
        groups.computeIfAbsent(group, _ -> new HashMap<>());
        if (groups.size() > MOST_GROUPS) {
            throw new UnreadableListException(Statement.of("list.too_deep"));
        }
    }

    /** A group is part of another. */
    void child(String parent, String child) throws UnreadableListException {
        group(parent);
        group(child);
        parents.computeIfAbsent(child, _ -> new LinkedHashSet<>()).add(parent);
    }

    /** A variable of all hosts of a group. */
    void groupVariable(String group, String name, String value) throws UnreadableListException {
        group(group);
        Map<String, String> variables = groups.get(group);
        if (variables != null) {
            keep(variables, name, value);
        }
    }

    /** Hosts of a group; the pattern may stand for several. Gives their names. */
    List<String> host(String group, String pattern) throws UnreadableListException {
        group(group);
        List<String> names = HostRange.expanded(pattern);
        for (String name : names) {
            hosts.computeIfAbsent(name, _ -> new HashMap<>());
            groupsOf.computeIfAbsent(name, _ -> new ArrayList<>()).add(group);
            memberships++;
        }
        if (hosts.size() > Rows.MOST || memberships > MOST_MEMBERSHIPS) {
            throw new UnreadableListException(Statement.of("list.too_many", Rows.MOST));
        }
        return names;
    }

    /** A variable of one host; one that is in no group is left out. */
    void hostVariable(String host, String name, String value) {
        Map<String, String> variables = hosts.get(host);
        if (variables != null) {
            keep(variables, name, value);
        }
    }

    private void keep(Map<String, String> variables, String name, String value) {
        if (SECRET.matcher(name).matches()) {
            rows.note("list.note.passwords");
        } else if (KEPT.contains(name)) {
            variables.put(name, value);
        }
    }

    /** A row for each host. */
    Rows rows() throws UnreadableListException {
        for (String host : hosts.keySet()) {
            rows.add(row(host));
        }
        return rows;
    }

    private Row row(String host) {
        Map<String, String> variables = variables(host);
        String address = first(variables, "ansible_host", "ansible_ssh_host");
        String named = address == null ? host : address;
        boolean bare = named.chars().filter(c -> c == ':').count() > 1 && !named.startsWith("[");
        var row =
                new Row()
                        .put(Column.TARGET, bare ? "[" + named + "]" : named)
                        .put(Column.NAME, host)
                        .put(Column.PORT, first(variables, "ansible_port", "ansible_ssh_port"))
                        .put(Column.USER, first(variables, "ansible_user", "ansible_ssh_user"))
                        .put(
                                Column.IDENTITY,
                                first(
                                        variables,
                                        "ansible_ssh_private_key_file",
                                        "ansible_private_key_file"));
        if ("local".equals(variables.get("ansible_connection"))) {
            row.put(Column.TARGET, "local");
        }
        List<String> sorted =
                groupsOf.getOrDefault(host, List.of()).stream()
                        .filter(group -> !NO_GROUPS.contains(group))
                        .distinct()
                        .toList();
        if (!sorted.isEmpty()) {
            row.put(Column.GROUP, sorted.getFirst());
            sorted.stream().skip(1).forEach(row::tag);
        }
        return row;
    }

    private @Nullable String first(Map<String, String> variables, String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null && value.contains("{{")) {
                rows.note("list.note.templates");
            } else if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The host's own variables, then those of its groups, then those of groups around them. */
    private Map<String, String> variables(String host) {
        Map<String, String> found = new HashMap<>(hosts.getOrDefault(host, Map.of()));
        Deque<String> next = new ArrayDeque<>(groupsOf.getOrDefault(host, List.of()));
        Set<String> seen = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            String group = next.removeFirst();
            if (seen.add(group)) {
                groups.getOrDefault(group, Map.of()).forEach(found::putIfAbsent);
                next.addAll(parents.getOrDefault(group, Set.of()));
            }
        }
        groups.getOrDefault(ALL, Map.of()).forEach(found::putIfAbsent);
        return found;
    }
}
