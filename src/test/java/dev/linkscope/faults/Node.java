package dev.linkscope.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * One computer of a topology: a network namespace.
 *
 * @param name its name for ip-netns(8)
 */
record Node(String name) {
    /** Runs a program in it to its end and returns what it printed. */
    String run(String... command) {
        return Commands.run(inside(List.of(command)));
    }

    /** {@code ip} in it, for its own interfaces, addresses and routes. */
    void ip(String arguments) {
        var command = new ArrayList<>(List.of("ip", "-n", name));
        command.addAll(List.of(arguments.split(" ")));
        Commands.run(command);
    }

    /** Rules for its packet filter, nft(8). */
    void filter(String rules) {
        Commands.run(inside(List.of("nft", "-f", "-")), rules);
    }

    /** A command line that runs this one in it. */
    List<String> inside(List<String> command) {
        var whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
        whole.addAll(command);
        return whole;
    }

    /** Processes in it, whoever started them. */
    List<Long> processes() {
        return Commands.run(List.of("ip", "netns", "pids", name))
                .lines()
                .map(Long::valueOf)
                .toList();
    }
}
