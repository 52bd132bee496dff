package dev.linkscope.launch;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.metrics.Access;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code watch} was asked for.
 *
 * @param entries entries of the files; null to watch the printers of the settings
 * @param knownHosts file of accepted host keys; null for Linkscope's own
 * @param trustNewHostKeys whether keys seen for the first time are accepted
 * @param access where metrics are offered; null for nowhere
 * @param log where events are logged; null for standard output
 * @param store address of the history; null for the usual one
 * @param delivery who is told of incidents
 */
record WatchOptions(
        @Nullable List<TargetList.Entry> entries,
        @Nullable Path knownHosts,
        boolean trustNewHostKeys,
        @Nullable Access access,
        @Nullable Path log,
        @Nullable String store,
        Delivery delivery) {

    /**
     * Who is told of incidents beside the log.
     *
     * @param webhook where notices are posted; null for nowhere. Its path is a secret
     * @param command program and arguments that get each notice; empty for none
     * @param quiet when nobody is disturbed; null for never
     */
    record Delivery(
            @Nullable TargetUrl webhook, List<String> command, Alerts.@Nullable QuietHours quiet) {
        Delivery {
            command = List.copyOf(command);
        }

        /** The same as the window has it, with what was asked for here in its place. */
        Alerts over(Alerts usual) {
            return new Alerts(
                    false,
                    quiet == null ? usual.quiet() : quiet,
                    webhook == null ? usual.webhook() : new TargetUrl(webhook.origin()),
                    command.isEmpty() ? usual.command() : command,
                    usual.attention());
        }

        @Override
        public String toString() {
            return "Delivery[]";
        }
    }
}
