package dev.linkscope.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * A menu that the bar draws.
 *
 * @see <a href="https://github.com/AyatanaIndicators/libdbusmenu">the description in {@code
 *     libdbusmenu-glib/dbus-menu.xml}</a>
 */
@DBusInterfaceName(DbusMenu.NAME)
@SuppressWarnings("MethodName")
public interface DbusMenu extends DBusInterface {
    /** Its name on the bus. */
    String NAME = "com.canonical.dbusmenu";

    /**
     * The menu below an item.
     *
     * @param parent 0 for the whole menu
     * @param depth levels below it; -1 for all
     * @param names of the properties wanted; empty for all
     */
    Layout<UInt32, Entry> GetLayout(int parent, int depth, List<String> names);

    /** Properties of some items. */
    List<EntryProperties> GetGroupProperties(List<Integer> ids, List<String> names);

    /** One property of an item. */
    Variant<?> GetProperty(int id, String name);

    /** Something was done with an item, such as {@code clicked}. */
    void Event(int id, String event, Variant<?> data, UInt32 timestamp);

    /** The same of several; tells which of them there are not. */
    List<Integer> EventGroup(List<Happening> events);

    /** A submenu is about to be shown; whether it has changed since. */
    boolean AboutToShow(int id);

    /** The menu below an item has changed. */
    class LayoutUpdated extends DBusSignal {
        /** From this object. */
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
        }
    }

    /** Two results. */
    final class Layout<A, B> extends Tuple {
        @Position(0)
        public final A revision;

        @Position(1)
        public final B root;

        /** The menu at a revision. */
        public Layout(A revision, B root) {
            this.revision = revision;
            this.root = root;
        }
    }

    /** An item and what is below it. */
    final class Entry extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        @Position(2)
        public final List<Variant<?>> children;

        /** An item. */
        public Entry(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /** An item alone. */
    final class EntryProperties extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        /** An item. */
        public EntryProperties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** What was done with an item. */
    final class Happening extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final String event;

        @Position(2)
        public final Variant<?> data;

        @Position(3)
        public final UInt32 timestamp;

        /** Something done. */
        public Happening(int id, String event, Variant<?> data, UInt32 timestamp) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.timestamp = timestamp;
        }
    }
}
