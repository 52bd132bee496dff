package dev.linkscope.engine.port;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.TargetUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OctoPrint on one printer's computer, or Moonraker, asked with the key of its user. Every method
 * blocks for seconds and ends early when its thread is interrupted.
 */
public interface PrinterApi extends AutoCloseable {
    /**
     * Reads what has no side effects: versions, settings, power, job state, logs.
     *
     * @throws PrinterApiException if nothing at all could be read; what could not be read alone is
     *     a fact that says so
     */
    Reading read() throws PrinterApiException;

    /**
     * Reads the plugin's own report. It empties the plugin's queue of alerts, may switch on its
     * crash reports at the next start of OctoPrint, and writes a line into OctoPrint's log: only
     * for a user who was told so.
     */
    PluginReport pluginReport() throws PrinterApiException;

    /** Whether something prints now; one request, two at most. */
    default PrintingNow.State printing() throws PrinterApiException {
        return PrintingNow.State.UNKNOWN;
    }

    /**
     * The newest part of the log that support asks for; no side effects.
     *
     * @param bytes most that are fetched
     * @throws PrinterApiException {@code NOT_THERE} also where none is kept
     */
    default Log log(int bytes) throws PrinterApiException {
        throw new PrinterApiException(PrinterApiException.Problem.NOT_THERE);
    }

    @Override
    void close();

    /**
     * A log.
     *
     * @param name of its file, such as {@code octoprint.log}
     * @param text whole lines, oldest first
     */
    record Log(String name, String text) {}

    /**
     * What was read.
     *
     * @param facts tri-state, by the keys of {@code src/docs/facts.md}
     * @param cameras what is configured, the one that Obico takes first
     * @param endpoint server address in the Obico plugin's settings; null if not known
     * @param past what the logs tell; empty without any
     */
    record Reading(
            List<Fact> facts,
            List<Camera> cameras,
            @Nullable TargetUrl endpoint,
            List<PastRecord> past) {
        public Reading {
            facts = List.copyOf(facts);
            cameras = List.copyOf(cameras);
            past = List.copyOf(past);
        }
    }

    /**
     * A camera as OctoPrint has it.
     *
     * @param name as the user sees it
     * @param snapshot snapshot address as configured; null if blank or not given
     * @param stream stream address as configured; null if blank or not given
     */
    record Camera(String name, @Nullable TargetUrl snapshot, @Nullable TargetUrl stream) {}
}
