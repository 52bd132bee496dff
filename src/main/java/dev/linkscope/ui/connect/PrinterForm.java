package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.domain.probe.TargetUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a new printer, and what of it cannot be used.
 *
 * @param address {@code [user@]host[:port]}
 * @param name what the user calls it; may be empty
 * @param user login name; may be empty
 * @param signIn how to log in
 * @param keyFile path of the key; only for {@link SignIn#KEY}
 * @param server address of the Obico server
 * @param snapshot the camera's snapshot URL as it stands in OctoPrint; may be empty
 * @param whileAway whether the agent may go on measuring while Linkscope is away
 */
record PrinterForm(
        String address,
        String name,
        String user,
        SignIn signIn,
        String keyFile,
        String server,
        String snapshot,
        boolean whileAway) {

    /** A field of the form. */
    enum Field {
        ADDRESS,
        USER,
        KEY_FILE,
        SERVER,
        SNAPSHOT
    }

    /**
     * Key of the sentence that says what is wrong with a field; empty if nothing is.
     *
     * @param watched printers that are watched already
     */
    Optional<String> problem(Field field, List<Printer> watched) {
        return Optional.ofNullable(
                switch (field) {
                    case ADDRESS -> addressProblem(watched);
                    case USER ->
                            user.isBlank() || TargetAddress.isUser(user.strip())
                                    ? null
                                    : "add.bad.user";
                    case KEY_FILE ->
                            signIn == SignIn.KEY && keyFile.isBlank() ? "add.bad.key" : null;
                    case SERVER -> isUrl(server) ? null : "add.bad.server";
                    case SNAPSHOT -> isOneWord(snapshot.strip()) ? null : "add.bad.snapshot";
                });
    }

    private @Nullable String addressProblem(List<Printer> watched) {
        if (address.isBlank()) {
            return "add.bad.no_address";
        }
        Optional<Target> target = target();
        if (target.isEmpty()) {
            return signIn == SignIn.OCTOPRINT ? "add.bad.octoprint" : "add.bad.address";
        }
        boolean known =
                watched.stream()
                        .map(printer -> printer.target().display())
                        .anyMatch(target.get().display()::equals);
        return known ? "add.bad.known" : null;
    }

    /** The printer with a new id; empty while something cannot be used. */
    Optional<Printer> printer(List<Printer> watched) {
        for (Field field : Field.values()) {
            if (problem(field, watched).isPresent()) {
                return Optional.empty();
            }
        }
        return target().map(target ->
                new Printer(
                                PrinterId.random(),
                                name.isBlank() ? suggestedName() : name.strip(),
                                target,
                                new TargetUrl(server.strip()),
                                snapshot.isBlank() ? null : new TargetUrl(snapshot.strip()),
                                Printer.DEFAULT_CADENCE)
                        .withMeasureWhileAway(whileAway));
    }

    /** A name made of the address: {@code prusa-07.local} becomes {@code Prusa-07}. */
    String suggestedName() {
        return target().map(
                        typed -> {
                            String host =
                                    switch (typed) {
                                        case Target.Ssh ssh -> ssh.host();
                                        case Target.OctoPrint(TargetUrl url) ->
                                                URI.create(url.value()).getHost();
                                        case Target.Local _,
                                                Target.Simulated _,
                                                Target.Recorded _ ->
                                                typed.display();
                                    };
                            boolean number = host.indexOf(':') >= 0 || host.matches("[\\d.]+");
                            String first = number ? host : host.replaceFirst("\\..*", "");
                            return first.substring(0, 1).toUpperCase(Locale.ROOT)
                                    + first.substring(1);
                        })
                .orElse("");
    }

    /** The login name that the address brings along; empty if it names none. */
    Optional<String> userOfAddress() {
        return typed().filter(Target.Ssh.class::isInstance)
                .map(Target.Ssh.class::cast)
                .flatMap(ssh -> Optional.ofNullable(ssh.user()));
    }

    private Optional<Target> target() {
        return signIn == SignIn.OCTOPRINT ? octoPrint() : overSsh();
    }

    /** An address as in the browser's line; {@code local} stays this computer. */
    private Optional<Target> octoPrint() {
        String text = address.strip();
        if (text.equals("local")) {
            return Optional.of(new Target.Local());
        }
        String url = text.contains("://") ? text : "http://" + text;
        boolean usable = isUrl(url) && url.indexOf('@') < 0;
        return usable ? Optional.of(new Target.OctoPrint(new TargetUrl(url))) : Optional.empty();
    }

    private Optional<Target> overSsh() {
        return typed().map(target ->
                switch (target) {
                    case Target.Ssh ssh -> withLogin(ssh);
                    case Target.OctoPrint octoprint -> octoprint;
                    case Target.Local local -> local;
                    case Target.Simulated simulated -> simulated;
                    case Target.Recorded recorded -> recorded;
                });
    }

    private Target.Ssh withLogin(Target.Ssh typed) {
        String login = user.isBlank() ? typed.user() : user.strip();
        String key = signIn == SignIn.KEY && !keyFile.isBlank() ? keyFile.strip() : null;
        return new Target.Ssh(typed.host(), typed.port(), login, key);
    }

    private Optional<Target> typed() {
        try {
            return Optional.of(TargetAddress.parse(address));
        } catch (BadAddressException e) {
            return Optional.empty();
        }
    }

    /** Obico takes a path alone too; what it cannot use is better measured than refused here. */
    private static boolean isOneWord(String text) {
        return text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
    }

    private static boolean isUrl(String text) {
        try {
            var uri = new URI(text.strip());
            return ("http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
