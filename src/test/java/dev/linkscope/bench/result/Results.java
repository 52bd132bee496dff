package dev.linkscope.bench.result;

import java.util.List;

/**
 * All that one run found.
 *
 * @param machine what the figures were taken on, by name; the order counts
 * @param peers what was compared, with versions
 * @param leftOut what was not, and why
 */
public record Results(
        List<Fact> machine,
        List<Peer> peers,
        List<LeftOut> leftOut,
        List<Ratio> ratios,
        List<Growth> growths,
        List<Table> tables) {
    /** Something about the machine. */
    public record Fact(String name, String value) {}

    public Results {
        machine = List.copyOf(machine);
        peers = List.copyOf(peers);
        leftOut = List.copyOf(leftOut);
        ratios = List.copyOf(ratios);
        growths = List.copyOf(growths);
        tables = List.copyOf(tables);
    }
}
