package dev.linkscope.bench;

import dev.linkscope.agent.AgentConversation;
import dev.linkscope.agent.AgentStreams;
import dev.linkscope.agent.Limits;
import dev.linkscope.engine.port.AgentLink;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an agent that was left alone for hours and now sends all that it measured: four
 * probes at their usual cadences, each twentieth slot of the server and the camera lost.
 */
final class RecordedAgent {
    private static final long FIRST_MILLIS = 1_000_000;

    /** Boot clock between two slots of the router, the most frequent probe. */
    private static final long TICK_MILLIS = 5_000;

    private static final String OK =
            "{\"t\":\"o\",\"n\":%d,\"s\":%.3f,\"e\":%.3f,\"r\":\"ok\","
                    + "\"us\":[1200,9000,21000,17000,300,%d],"
                    + "\"d\":{\"address\":\"192.0.2.10\",\"family\":\"4\",\"status\":\"401\"},"
                    + "\"i\":\"%s\",\"p\":\"%s\",\"b\":\"s1\",\"q\":%d}\n";
    private static final String FAILED =
            "{\"t\":\"o\",\"n\":%d,\"s\":%.3f,\"e\":%.3f,\"r\":\"failed\","
                    + "\"us\":[1200,9000,-1,5000500,-1,%d],\"ph\":\"tls\",\"c\":\"timeout\","
                    + "\"d\":{\"address\":\"192.0.2.10\",\"family\":\"4\"},"
                    + "\"i\":\"%s\",\"p\":\"%s\",\"b\":\"s1\",\"q\":%d}\n";

    private final int outcomes;
    private final StringBuilder lines = new StringBuilder();
    private int sequence;

    private RecordedAgent(int outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * What an agent sends.
     *
     * @param run id of its run
     * @param subscription id of the subscription that it answers
     * @param wallSeconds what its wall clock shows at the end of the recording
     */
    static byte[] bytes(String run, String subscription, double wallSeconds, int outcomes) {
        var agent = new RecordedAgent(outcomes);
        agent.record();
        String begin =
                String.format(
                        Locale.ROOT,
                        "linkscope_agent READY 1%n"
                                + "{\"t\":\"hello\",\"protocol\":1,\"agent\":\"0.1.0\","
                                + "\"process\":\"p-%s\",\"detached\":true,"
                                + "\"boot\":\"b-%s\",\"machine\":\"m\",\"clock\":[%.3f,%.3f],"
                                + "\"python\":\"3.11.2\",\"capabilities\":[\"dns\",\"gateway\","
                                + "\"server.http\",\"webcam.snapshot\"]}%n"
                                + "{\"t\":\"subscribed\",\"id\":\"%s\",\"run\":\"%s\","
                                + "\"base\":1,\"next\":%d,\"probes\":[%s,%s,%s,%s]}%n",
                        run,
                        run,
                        (FIRST_MILLIS + agent.elapsedMillis()) / 1e3,
                        wallSeconds,
                        subscription,
                        run,
                        outcomes + 1,
                        schedule("server", "server.http", 10),
                        schedule("webcam", "webcam.snapshot", 10),
                        schedule("dns", "dns", 10),
                        schedule("gateway", "gateway", 5));
        String end = "{\"t\":\"bye\",\"reason\":\"finished\"}\n";
        return (begin + agent.lines + end).getBytes(StandardCharsets.UTF_8);
    }

    /** A link to an agent that sends these bytes at once. */
    static AgentLink link(byte[] bytes) {
        return (request, progress) ->
                AgentConversation.start(
                        new Streams(bytes), "recorded", request, progress, Limits.standard());
    }

    private static String schedule(String target, String probe, int cadence) {
        return String.format(
                Locale.ROOT,
                "{\"target\":\"%s\",\"probe\":\"%s\",\"first\":%.3f,\"cadence\":%d}",
                target,
                probe,
                FIRST_MILLIS / 1e3,
                cadence);
    }

    /** Five outcomes for each two ticks. */
    private long elapsedMillis() {
        return outcomes * 2L / 5 * TICK_MILLIS;
    }

    private void record() {
        for (long tick = 0; sequence < outcomes; tick++) {
            add("gateway", "gateway", tick, TICK_MILLIS, 2, false);
            if (tick % 2 == 0) {
                long slot = tick / 2;
                add("server", "server.http", slot, 2 * TICK_MILLIS, 48, slot % 20 == 7);
                add("webcam", "webcam.snapshot", slot, 2 * TICK_MILLIS, 60, slot % 20 == 13);
                add("dns", "dns", slot, 2 * TICK_MILLIS, 9, false);
            }
        }
    }

    private void add(
            String target, String probe, long slot, long cadence, int millis, boolean failed) {
        if (sequence == outcomes) {
            return;
        }
        double start = (FIRST_MILLIS + slot * cadence) / 1e3;
        lines.append(
                String.format(
                        Locale.ROOT,
                        failed ? FAILED : OK,
                        slot,
                        start,
                        start + millis / 1e3,
                        millis * 1_000 + slot % 997,
                        target,
                        probe,
                        ++sequence));
    }

    /** A command whose output is known beforehand. */
    private record Streams(byte[] bytes) implements AgentStreams {
        @Override
        public InputStream input() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream output() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public String errorTail() {
            return "";
        }

        @Override
        public @Nullable Integer exitCode() {
            return null;
        }

        @Override
        public boolean connected() {
            return true;
        }

        @Override
        public void cut() {}
    }
}
