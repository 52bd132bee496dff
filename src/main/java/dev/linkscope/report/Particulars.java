package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.WireName;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever helps asks about a printer first. Null is not known, which is neither <i>no</i> nor
 * <i>none</i>.
 */
public final class Particulars {
    private final PrinterReport printer;
    private final Messages messages;

    /** Those of a printer of a report that was redacted, in the language of the messages. */
    public Particulars(PrinterReport printer, Messages messages) {
        this.printer = printer;
        this.messages = messages;
    }

    /** Value of the first of these facts that is known, without its unit. */
    public @Nullable String fact(String... keys) {
        return Stream.of(keys).flatMap(this::known).findFirst().orElse(null);
    }

    private Stream<String> known(String key) {
        return printer.facts().stream()
                .filter(fact -> fact.key().equals(key) && fact.status() == FactStatus.KNOWN)
                .map(Fact::value)
                .filter(Objects::nonNull);
    }

    /** Such as {@code Raspberry Pi 4 Model B Rev 1.4}. */
    public @Nullable String model() {
        return fact("pi.model", "host.model");
    }

    /** Operating system, and OctoPi where it is one. */
    public @Nullable String system() {
        String octoPi = fact("octopi.version");
        String all =
                Stream.of(octoPi == null ? null : "OctoPi " + octoPi, fact("os.name"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    /** Number of the printer at Obico. */
    public @Nullable String obicoPrinter() {
        return fact("obico.printer.id");
    }

    /** Where the server is: what was measured, or what the plugin is set to. */
    public @Nullable String server() {
        String address = fact("server.address", "obico.endpoint");
        if (address != null) {
            return address;
        }
        var pane = printer.server();
        return pane == null || pane.address().isEmpty() ? null : pane.address();
    }

    /** How the plugin shows the camera. */
    public @Nullable String streaming() {
        // The plugin says that it streams also where streaming is switched off.
        if (Objects.equals(fact("obico.streaming_disabled"), "true")) {
            return messages.text("report.pages.streaming.off");
        }
        PluginReport plugin = printer.plugin();
        Boolean streams = plugin == null ? null : plugin.streams();
        if (streams == null) {
            return null;
        }
        return messages.text("report.pages.streaming." + (streams ? "video" : "pictures"));
    }

    /** How the plugin's own live link stood: watched, or as the plugin said itself. */
    public @Nullable String ownConnection() {
        Optional<LayerState> watched =
                printer.details().chain().stream()
                        .filter(state -> state.layer() == Layer.PLUGIN)
                        .filter(state -> state.health() != Health.UNKNOWN)
                        .filter(state -> state.health() != Health.NOT_CHECKED)
                        .findFirst();
        if (watched.isPresent()) {
            String health = WireName.of(watched.get().health());
            int failed = watched.get().counts().failed();
            String said = messages.text("report.pages.own." + health);
            return failed == 0
                    ? said
                    : messages.text(
                            "report.pages.own.counted",
                            said,
                            failed,
                            watched.get().counts().measured());
        }
        PluginReport plugin = printer.plugin();
        Boolean connected = plugin == null ? null : plugin.connected();
        if (plugin == null || connected == null) {
            return null;
        }
        return messages.text(
                "report.pages.own." + (connected ? "said_up" : "said_down"), plugin.readAt());
    }
}
