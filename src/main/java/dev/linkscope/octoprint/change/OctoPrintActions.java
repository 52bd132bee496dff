package dev.linkscope.octoprint.change;

import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.SecretStore;
import java.util.List;

/** What Linkscope can change through OctoPrint. */
public final class OctoPrintActions {
    private OctoPrintActions() {}

    /**
     * All of it: {@code webcam.address}, {@code octoprint.restart}, {@code log.debug}.
     *
     * @param doors the ways to the printers' OctoPrints
     * @param secrets keeps what is needed to undo a change and nobody may read
     */
    public static List<FixAction> all(Door.Doors doors, SecretStore secrets) {
        return all(doors, secrets, RestartAction.Patience.USUAL);
    }

    static List<FixAction> all(
            Door.Doors doors, SecretStore secrets, RestartAction.Patience patience) {
        var caller = new Caller(doors);
        return List.of(
                new WebcamAction(caller, new KeptTexts(secrets)),
                new RestartAction(caller, patience),
                new DebugLogAction(caller));
    }
}
