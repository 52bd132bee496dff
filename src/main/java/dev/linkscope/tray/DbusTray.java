package dev.linkscope.tray;

import dev.linkscope.engine.port.Tray;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The symbol of a Linux desktop: a StatusNotifierItem with a menu, shown while somebody on the
 * session bus watches for such. All calls to the bus are made on one thread.
 */
public final class DbusTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(DbusTray.class);
    private static final int PATIENCE_SECONDS = 2;

    private final ScheduledExecutorService worker = NamedThreads.scheduler("tray");
    private final DBusConnection bus;
    private final String service;
    private final ItemObject item;
    private final MenuObject menu;
    private volatile Consumer<String> listener = id -> {};
    private volatile boolean shown;

    /** Whether the symbol was given to a watcher; used on the worker alone. */
    private boolean registered;

    private DbusTray(DBusConnection bus) {
        this.bus = bus;
        service = StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
        item = new ItemObject(new Face(Sign.NEUTRAL, "", "", List.of()), () -> chosen(SYMBOL));
        menu = new MenuObject(this::chosen);
    }

    /**
     * A symbol on this bus.
     *
     * @param address of the session bus, as in {@code DBUS_SESSION_BUS_ADDRESS}
     * @return the symbol, which waits for a bar; {@link Tray#NONE} if the bus cannot be reached
     */
    public static Tray on(String address) {
        try {
            DBusConnection bus =
                    DBusConnectionBuilder.forAddress(address).withShared(false).build();
            var tray = new DbusTray(bus);
            tray.open();
            return tray;
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("no symbol in the desktop's bar: {}", e.getMessage());
            return NONE;
        }
    }

    private void open() throws DBusException {
        bus.requestBusName(service);
        bus.exportObject(ItemObject.PATH, item);
        bus.exportObject(MenuObject.PATH, menu);
        bus.addSigHandler(
                DBus.NameOwnerChanged.class,
                change -> {
                    if (change.name.equals(StatusNotifierWatcher.NAME)) {
                        later(change.newOwner.isEmpty() ? this::lost : this::register);
                    }
                });
        bus.addSigHandler(
                StatusNotifierWatcher.StatusNotifierHostRegistered.class,
                signal -> later(this::look));
        bus.addSigHandler(
                StatusNotifierWatcher.StatusNotifierHostUnregistered.class,
                signal -> later(this::look));
        later(this::register);
    }

    /** On the worker: calls made within a handler of the bus would wait for themselves. */
    private void later(Runnable work) {
        try {
            worker.execute(() -> {
                try {
                    work.run();
                } catch (DBusExecutionException e) {
                    shown = false;
                    LOG.info("the desktop's bar did not answer: {}", e.getMessage());
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("the symbol is gone");
        }
    }

    private void lost() {
        registered = false;
        shown = false;
    }

    private void register() {
        try {
            DBus names =
                    bus.getRemoteObject(
                            "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            if (!names.NameHasOwner(StatusNotifierWatcher.NAME)) {
                return;
            }
            bus.getRemoteObject(
                            StatusNotifierWatcher.NAME,
                            StatusNotifierWatcher.PATH,
                            StatusNotifierWatcher.class)
                    .RegisterStatusNotifierItem(service);
            registered = true;
            look();
        } catch (DBusException e) {
            LOG.info("the desktop's bar did not take the symbol: {}", e.getMessage());
        }
    }

    /** A watcher without a bar takes symbols that nobody sees. */
    private void look() {
        if (!registered) {
            return;
        }
        try {
            Object bar =
                    bus.getRemoteObject(
                                    StatusNotifierWatcher.NAME,
                                    StatusNotifierWatcher.PATH,
                                    Properties.class)
                            .Get(StatusNotifierWatcher.NAME, "IsStatusNotifierHostRegistered");
            shown = Boolean.TRUE.equals(bar);
        } catch (DBusException e) {
            lost();
        }
    }

    private void chosen(String id) {
        listener.accept(id);
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public void show(Face face) {
        later(() -> {
            Face before = item.face();
            item.show(face);
            try {
                if (!before.items().equals(face.items())) {
                    UInt32 revision = menu.show(face.items());
                    send(new DbusMenu.LayoutUpdated(MenuObject.PATH, revision, 0));
                }
                if (before.sign() != face.sign()) {
                    send(new StatusNotifierItem.NewIcon(ItemObject.PATH));
                    send(new StatusNotifierItem.NewAttentionIcon(ItemObject.PATH));
                    send(
                            new StatusNotifierItem.NewStatus(
                                    ItemObject.PATH, ItemObject.status(face)));
                }
                if (!before.text().equals(face.text())) {
                    send(new StatusNotifierItem.NewToolTip(ItemObject.PATH));
                }
            } catch (DBusException e) {
                LOG.info("the symbol cannot be changed: {}", e.getMessage());
            }
        });
    }

    private void send(DBusSignal signal) {
        bus.sendMessage(signal);
    }

    @Override
    public void listen(Consumer<String> onChosen) {
        listener = onChosen;
    }

    @Override
    public void close() {
        shown = false;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
            bus.close();
        } catch (IOException e) {
            LOG.info("the session bus was not left in order: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
