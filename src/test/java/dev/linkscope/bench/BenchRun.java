package dev.linkscope.bench;

import dev.linkscope.bench.result.Growth;
import dev.linkscope.bench.result.GrowthPicture;
import dev.linkscope.bench.result.LeftOut;
import dev.linkscope.bench.result.Peer;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.bench.result.Results;
import dev.linkscope.bench.result.ResultsJson;
import dev.linkscope.bench.result.ResultsMarkdown;
import dev.linkscope.bench.result.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the benches of this run have found so far. Written anew with each finding, so that a run
 * that is cut short leaves what it had: {@code target/bench/report.md}, the same for programs as
 * {@code report.json}, and a picture of each growth. Thread-safe.
 */
public final class BenchRun {
    /** The run that this process is. */
    public static final BenchRun CURRENT = new BenchRun(Path.of("target", "bench"));

    private final Path folder;
    private final Map<String, Peer> peers = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<Growth> growths = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /** A run without findings that will be written to this folder. */
    BenchRun(Path folder) {
        this.folder = folder;
    }

    synchronized void add(Table table) {
        tables.add(table);
        write();
    }

    /** Adds a comparison; they stand in the order in which they came. */
    public synchronized void add(Ratio ratio) {
        ratios.add(ratio);
        write();
    }

    /** Adds how something grows, and draws it. */
    public synchronized void add(Growth growth) {
        growths.add(growth);
        try {
            Path pictures = Files.createDirectories(folder.resolve(ResultsMarkdown.PICTURES));
            Files.writeString(pictures.resolve(growth.picture()), GrowthPicture.of(growth));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write();
    }

    /** Adds who took part; once each, whichever bench names it. */
    public synchronized void add(Peer peer) {
        peers.put(peer.name(), peer);
        write();
    }

    /** Adds what was not compared. */
    public synchronized void leftOut(String what, String why) {
        leftOut.add(new LeftOut(what, why));
        write();
    }

    private void write() {
        var results =
                new Results(
                        Machine.facts(),
                        List.copyOf(peers.values()),
                        leftOut,
                        ratios,
                        growths,
                        tables);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.md"), ResultsMarkdown.of(results));
            Files.writeString(folder.resolve("report.json"), ResultsJson.of(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
