package dev.linkscope.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/**
 * What a symbol offers to the bar; names and types are those of the specification.
 *
 * @see <a href="https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/">the
 *     specification</a>
 */
@DBusInterfaceName(StatusNotifierItem.NAME)
@SuppressWarnings("MethodName")
public interface StatusNotifierItem extends DBusInterface {
    /** Its name on the bus. */
    String NAME = "org.kde.StatusNotifierItem";

    /** A click. */
    void Activate(int x, int y);

    /** A click with the middle button. */
    void SecondaryActivate(int x, int y);

    /** A click that asks for the menu where the bar does not show it itself. */
    void ContextMenu(int x, int y);

    /** The wheel. */
    void Scroll(int delta, String orientation);

    /** The picture has changed. */
    class NewIcon extends DBusSignal {
        /** From this object. */
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The picture for what needs attention has changed. */
    class NewAttentionIcon extends DBusSignal {
        /** From this object. */
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The tooltip has changed. */
    class NewToolTip extends DBusSignal {
        /** From this object. */
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /** The status has changed. */
    class NewStatus extends DBusSignal {
        /** From this object. */
        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
        }
    }
}
