package dev.linkscope.inventory;

import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An Ansible inventory in the form of YAML, or as {@code ansible-inventory --list} prints it:
 * groups with {@code hosts}, {@code vars} and {@code children}.
 */
final class AnsibleTree {
    private static final Set<String> PARTS = Set.of("hosts", "vars", "children");

    private final AnsibleInventory inventory = new AnsibleInventory();

    private AnsibleTree() {}

    /** Whether the table is such an inventory: its members are groups. */
    static boolean fits(Node.Table root) {
        return root.members().entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() instanceof Node.Table group
                                && group.members().keySet().stream().anyMatch(PARTS::contains));
    }

    /** What the inventory holds. */
    static Rows of(Node.Table root) throws UnreadableListException {
        return new AnsibleTree().read(root);
    }

    private Rows read(Node.Table root) throws UnreadableListException {
        for (Map.Entry<String, Node> member : root.members().entrySet()) {
            if (member.getValue() instanceof Node.Table group && !member.getKey().equals("_meta")) {
                group(member.getKey(), group);
            }
        }
        for (var host : root.table("_meta").table("hostvars").members().entrySet()) {
            if (host.getValue() instanceof Node.Table variables) {
                variables(host.getKey(), variables);
            }
        }
        return inventory.rows();
    }

    private void group(String name, Node.Table group) throws UnreadableListException {
        inventory.group(name);
        for (Map.Entry<String, Node> variable : group.table("vars").members().entrySet()) {
            if (variable.getValue() instanceof Node.Text(String value)) {
                inventory.groupVariable(name, variable.getKey(), value);
            }
        }
        for (Map.Entry<String, Node> child : group.table("children").members().entrySet()) {
            inventory.child(name, child.getKey());
            if (child.getValue() instanceof Node.Table table) {
                group(child.getKey(), table);
            }
        }
        for (Node child : group.items("children")) {
            if (child instanceof Node.Text(String called)) {
                inventory.child(name, called);
            }
        }
        for (Map.Entry<String, Node> host : group.table("hosts").members().entrySet()) {
            List<String> hosts = inventory.host(name, host.getKey());
            if (host.getValue() instanceof Node.Table table) {
                hosts.forEach(one -> variables(one, table));
            }
        }
        for (Node host : group.items("hosts")) {
            if (host instanceof Node.Text(String called)) {
                inventory.host(name, called);
            }
        }
    }

    private void variables(String host, Node.Table table) {
        table.members()
                .forEach((name, value) -> {
                    if (value instanceof Node.Text(String text)) {
                        inventory.hostVariable(host, name, text);
                    }
                });
    }
}
