package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.bulk.BulkEntry;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One printer among many that are added: what the user chose for it, and how it stands. */
final class BulkRow {
    private final Printer printer;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);
    private final BooleanProperty trusted = new SimpleBooleanProperty();
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable BulkEntry> entry = new SimpleObjectProperty<>();

    BulkRow(Printer printer) {
        this.printer = printer;
        if (printer.target() instanceof Target.Ssh ssh) {
            user.set(ssh.user() == null ? "" : ssh.user());
            port.set(ssh.port() == null ? "" : String.valueOf(ssh.port()));
        }
    }

    /** The printer as it came. */
    Printer printer() {
        return printer;
    }

    /** Its host, or whatever else its target is called. */
    String host() {
        return printer.target() instanceof Target.Ssh ssh ? ssh.host() : printer.target().display();
    }

    /** Whether it is to be added. */
    BooleanProperty chosenProperty() {
        return chosen;
    }

    /** Whether its new host key is right. */
    BooleanProperty trustedProperty() {
        return trusted;
    }

    /** Its own login name; empty for that of all. */
    StringProperty userProperty() {
        return user;
    }

    /** Its own password; empty for that of all. */
    StringProperty passwordProperty() {
        return password;
    }

    /** Its own port; empty for the usual one. */
    StringProperty portProperty() {
        return port;
    }

    /** How it stands; null before it is tried. */
    ObjectProperty<@Nullable BulkEntry> entryProperty() {
        return entry;
    }

    /** The printer with what the user chose for it and for all. */
    Printer completed(String sharedUser, String sharedKey) {
        if (!(printer.target() instanceof Target.Ssh ssh)) {
            return printer;
        }
        String own = user.get().strip();
        String name = own.isEmpty() ? sharedUser.strip() : own;
        String key = sharedKey.strip();
        String number = port.get().strip();
        return printer.withTarget(
                new Target.Ssh(
                        ssh.host(),
                        number.isEmpty() ? null : Integer.valueOf(number),
                        name.isEmpty() ? null : name,
                        ssh.identityFile() == null && !key.isEmpty() ? key : ssh.identityFile()));
    }
}
