package dev.linkscope.octoprint.klipper;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.octoprint.OctoPrintHttp;
import java.time.InstantSource;
import java.time.ZoneId;

/** Moonraker and Obico for Klipper, which keeps no counters of its own. */
public final class MoonrakerApi implements PrinterApi {
    private final OctoPrintHttp http;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * A Moonraker.
     *
     * @param http closed with this
     * @param zone of the printer's computer, in whose time its log is
     */
    public MoonrakerApi(OctoPrintHttp http, ZoneId zone, InstantSource clock) {
        this.http = http;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Reading read() throws PrinterApiException {
        return MoonrakerReading.read(http, zone, clock.instant());
    }

    @Override
    public PluginReport pluginReport() throws PrinterApiException {
        throw new PrinterApiException(PrinterApiException.Problem.NOT_THERE);
    }

    @Override
    public Log log(int bytes) throws PrinterApiException {
        String path = MoonrakerReading.LOG;
        return new Log(path.substring(path.lastIndexOf('/') + 1), http.tail(path, bytes));
    }

    @Override
    public PrintingNow.State printing() throws PrinterApiException {
        String path = "/printer/objects/query?print_stats";
        return MoonrakerFacts.printing(http.get(path));
    }

    @Override
    public void close() {
        http.close();
    }
}
