package dev.linkscope.domain.printer;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A printer that Linkscope watches.
 *
 * @param id Linkscope's id
 * @param name what the user calls it
 * @param target how its computer is reached
 * @param server address of the Obico server, with scheme
 * @param snapshot the camera's snapshot URL as configured in OctoPrint; null if there is no camera
 * @param cadence time between attempts of the two pane probes
 */
public record Printer(
        PrinterId id,
        String name,
        Target target,
        TargetUrl server,
        @Nullable TargetUrl snapshot,
        Duration cadence) {
    /** The cloud server. */
    public static final TargetUrl CLOUD = new TargetUrl("https://app.obico.io");

    /** Cadence of the pane probes unless asked otherwise. */
    public static final Duration DEFAULT_CADENCE = Duration.ofSeconds(10);
}
