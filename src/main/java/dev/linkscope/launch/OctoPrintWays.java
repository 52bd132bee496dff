package dev.linkscope.launch;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.octoprint.OctoPrintApi;
import dev.linkscope.octoprint.OctoPrintHttp;
import dev.linkscope.octoprint.klipper.MoonrakerApi;
import dev.linkscope.ssh.SshLinks;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to a printer's OctoPrint: from this computer, and where its port is closed to that,
 * through the printer's SSH connection.
 */
final class OctoPrintWays implements OctoPrintDesk.Opener {
    private static final Logger LOG = LoggerFactory.getLogger(OctoPrintWays.class);

    private final SshLinks ssh;

    OctoPrintWays(SshLinks ssh) {
        this.ssh = ssh;
    }

    @Override
    public PrinterApi open(Printer printer, TargetUrl octoPrint, char[] key) {
        return printer.target() instanceof Target.Ssh target
                ? new WithTunnel(target, octoPrint, key)
                : direct(octoPrint, key, null);
    }

    private static PrinterApi direct(TargetUrl octoPrint, char[] key, @Nullable Tunnel tunnel) {
        var http = new OctoPrintHttp(octoPrint, key, tunnel);
        ZoneId zone = ZoneId.systemDefault();
        return OctoPrintDesk.isMoonraker(octoPrint)
                ? new MoonrakerApi(http, zone, Wiring.CLOCK)
                : new OctoPrintApi(http, zone, Wiring.CLOCK);
    }

    /** Takes the tunnel only when OctoPrint cannot be reached from here. */
    private final class WithTunnel implements PrinterApi {
        private final Target.Ssh target;
        private final TargetUrl octoPrint;
        private final char[] key;
        private final PrinterApi near;

        WithTunnel(Target.Ssh target, TargetUrl octoPrint, char[] key) {
            this.target = target;
            this.octoPrint = octoPrint;
            this.key = key.clone();
            this.near = direct(octoPrint, key, null);
        }

        @Override
        public Reading read() throws PrinterApiException {
            return ask(PrinterApi::read);
        }

        @Override
        public PluginReport pluginReport() throws PrinterApiException {
            return ask(PrinterApi::pluginReport);
        }

        @Override
        public PrintingNow.State printing() throws PrinterApiException {
            return ask(PrinterApi::printing);
        }

        @Override
        public Log log(int bytes) throws PrinterApiException {
            return ask(api -> api.log(bytes));
        }

        private <T> T ask(Question<T> question) throws PrinterApiException {
            try {
                return question.ask(near);
            } catch (PrinterApiException e) {
                if (e.problem() != Problem.UNREACHABLE) {
                    throw e;
                }
            }
            try (Tunnel tunnel = ssh.tunnel(target, LinkQuestions.NOBODY);
                    PrinterApi far = direct(octoPrint, key, tunnel)) {
                return question.ask(far);
            } catch (LinkException | IOException e) {
                LOG.debug("no way to {} over SSH either", octoPrint.display(), e);
                throw new PrinterApiException(Problem.UNREACHABLE);
            }
        }

        @Override
        public void close() {
            Arrays.fill(key, '\0');
            near.close();
        }
    }

    /** Something to be asked. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(PrinterApi api) throws PrinterApiException;
    }
}
