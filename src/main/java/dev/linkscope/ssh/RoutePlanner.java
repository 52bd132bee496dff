package dev.linkscope.ssh;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.HostName;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins what the user typed with the SSH configuration; what was typed wins. */
final class RoutePlanner {
    private static final int MAX_JUMPS = 8;

    private final SshOptions options;

    RoutePlanner(SshOptions options) {
        this.options = options;
    }

    /**
     * The way to a target. Jump hosts are looked up in the configuration too, except for jump hosts
     * of their own.
     *
     * @throws LinkException with {@link FailureCode#BAD_ADDRESS} if a host name cannot be used
     */
    Route plan(Target.Ssh target) throws LinkException {
        SshConfig.Settings settings = lookup(target);
        List<Hop> jumps = new ArrayList<>();
        for (String jump : jumps(settings.proxyJump())) {
            Target.Ssh place = parseJump(jump);
            jumps.add(hop(place, lookup(place)));
        }
        return new Route(jumps, hop(target, settings));
    }

    private SshConfig.Settings lookup(Target.Ssh target) throws LinkException {
        requireUsable(target.host());
        if (target.user() != null && !TargetAddress.isUser(target.user())) {
            throw bad(target.host());
        }
        return options.config().lookup(target.host(), target.user(), target.port());
    }

    private Hop hop(Target.Ssh target, SshConfig.Settings settings) throws LinkException {
        String host = Objects.requireNonNullElse(settings.hostName(), target.host());
        requireUsable(host);
        Integer port = target.port() == null ? settings.port() : target.port();
        String user = target.user() == null ? settings.user() : target.user();
        var paths = new KeyPaths(options.home(), options.localUser());
        var hop =
                new Hop(
                        new Target.Ssh(target.host(), target.port(), null, null).display(),
                        host,
                        Objects.requireNonNullElse(port, Target.DEFAULT_SSH_PORT),
                        Objects.requireNonNullElse(user, options.localUser()),
                        null,
                        List.of(),
                        settings.identitiesOnly(),
                        socket(settings.identityAgent(), paths));
        return withKeys(hop, target, settings, paths);
    }

    private Hop withKeys(Hop hop, Target.Ssh target, SshConfig.Settings settings, KeyPaths paths)
            throws LinkException {
        List<Path> keys = new ArrayList<>();
        for (String file : settings.identityFiles()) {
            Path path = paths.expand(file, target.host(), hop);
            if (path != null) {
                keys.add(path);
            }
        }
        String named = target.identityFile();
        Path identity = named == null ? null : paths.expand(named, target.host(), hop);
        if (named != null && identity == null) {
            throw new LinkException(
                    Failure.of(FailureCode.KEY_UNREADABLE, hop.shown(), named),
                    ConnectStep.LOGIN,
                    null);
        }
        return new Hop(
                hop.shown(),
                hop.host(),
                hop.port(),
                hop.user(),
                identity,
                keys.isEmpty() ? options.usualKeys() : keys,
                hop.keysOnly(),
                hop.agentSocket());
    }

    private @Nullable Path socket(@Nullable String configured, KeyPaths paths) {
        if (configured == null || configured.equals("SSH_AUTH_SOCK")) {
            return options.agentSocket();
        }
        try {
            return configured.equals("none") ? null : paths.inHome(configured);
        } catch (InvalidPathException e) {
            return options.agentSocket();
        }
    }

    private static List<String> jumps(@Nullable String proxyJump) throws LinkException {
        if (proxyJump == null || proxyJump.isBlank() || proxyJump.equalsIgnoreCase("none")) {
            return List.of();
        }
        List<String> jumps = List.of(proxyJump.split(","));
        if (jumps.size() > MAX_JUMPS) {
            throw bad(proxyJump);
        }
        return jumps;
    }

    private static Target.Ssh parseJump(String jump) throws LinkException {
        try {
            return TargetAddress.parse(jump) instanceof Target.Ssh ssh
                    ? ssh
                    : new Target.Ssh(jump.strip(), null, null, null);
        } catch (BadAddressException e) {
            throw new LinkException(e.failure(), ConnectStep.RESOLVE, e);
        }
    }

    private static void requireUsable(String host) throws LinkException {
        if (!HostName.isUsable(host)) {
            throw bad(host);
        }
    }

    private static LinkException bad(String shown) {
        return new LinkException(
                Failure.of(FailureCode.BAD_ADDRESS, Printable.line(shown)),
                ConnectStep.RESOLVE,
                null);
    }
}
