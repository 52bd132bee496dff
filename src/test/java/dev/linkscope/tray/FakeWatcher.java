package dev.linkscope.tray;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Somebody who watches for symbols, as a desktop does. */
@SuppressWarnings("MethodName")
public final class FakeWatcher implements StatusNotifierWatcher, Properties, AutoCloseable {
    final DBusConnection bus;
    final List<String> items = new CopyOnWriteArrayList<>();
    volatile boolean hasBar = true;

    FakeWatcher(String address) throws DBusException {
        bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        bus.exportObject(PATH, this);
        bus.requestBusName(NAME);
    }

    @Override
    public void RegisterStatusNotifierItem(String service) {
        items.add(service);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String name) {
        return (A) (Object) hasBar;
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        bus.disconnect();
    }
}
