package dev.linkscope.tray;

import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** An object on the bus whose properties, all of one interface, can be read. */
@SuppressWarnings("MethodName")
abstract class ReadOnlyProperties implements Properties {
    private final String interfaceName;
    private final String path;

    /**
     * An object.
     *
     * @param interfaceName that the properties are of
     * @param path where the object is
     */
    ReadOnlyProperties(String interfaceName, String path) {
        this.interfaceName = interfaceName;
        this.path = path;
    }

    /** The properties as they are now. */
    abstract Map<String, Variant<?>> properties();

    // The library turns null into an error for the one who asked.
    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <A> @Nullable A Get(String asked, String name) {
        return interfaceName.equals(asked) ? (A) properties().get(name) : null;
    }

    @Override
    public <A> void Set(String asked, String name, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String asked) {
        return interfaceName.equals(asked) ? properties() : Map.of();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return path;
    }
}
