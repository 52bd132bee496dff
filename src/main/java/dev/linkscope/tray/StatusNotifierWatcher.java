package dev.linkscope.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** Who knows the bar, if there is one. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
@SuppressWarnings("MethodName")
public interface StatusNotifierWatcher extends DBusInterface {
    /** Its name on the bus, and that of the interface. */
    String NAME = "org.kde.StatusNotifierWatcher";

    /** Its one object. */
    String PATH = "/StatusNotifierWatcher";

    /** Asks for a place for the symbol of this bus name. */
    void RegisterStatusNotifierItem(String service);

    /** A bar has appeared. */
    class StatusNotifierHostRegistered extends DBusSignal {
        /** From this object. */
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** A bar has gone; perhaps there is another. */
    class StatusNotifierHostUnregistered extends DBusSignal {
        /** From this object. */
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
