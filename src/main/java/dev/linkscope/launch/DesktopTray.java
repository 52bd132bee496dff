package dev.linkscope.launch;

import dev.linkscope.engine.port.Tray;
import dev.linkscope.support.NamedThreads;
import dev.linkscope.tray.DbusTray;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The symbol in the bar of this desktop, reached in the background: a bus that does not answer must
 * not hold up the window. Where the platform has no such bus there is none (ADR 17).
 */
final class DesktopTray implements Tray {
    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

    private final ExecutorService opening = NamedThreads.scheduler("tray-start");
    private volatile Tray tray = NONE;

    private DesktopTray(String address) {
        opening.execute(() -> tray = DbusTray.on(address));
    }

    static Tray ofThisDesktop() {
        return of(System.getenv(), System.getProperty("os.name"));
    }

    static Tray of(Map<String, String> environment, String osName) {
        String address = environment.getOrDefault(BUS, "");
        boolean linux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
        return linux && !address.isBlank() ? new DesktopTray(address) : NONE;
    }

    @Override
    public boolean isShown() {
        return tray.isShown();
    }

    @Override
    public void show(Face face) {
        inTurn(() -> tray.show(face));
    }

    @Override
    public void listen(Consumer<String> onChosen) {
        inTurn(() -> tray.listen(onChosen));
    }

    private void inTurn(Runnable work) {
        try {
            opening.execute(work);
        } catch (RejectedExecutionException closed) {
            // What is shown no longer need not change.
            return;
        }
    }

    @Override
    public void close() {
        inTurn(() -> tray.close());
        opening.shutdown();
    }
}
