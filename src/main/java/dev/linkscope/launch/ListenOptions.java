package dev.linkscope.launch;

import dev.linkscope.metrics.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where {@code watch} offers its metrics, and to whom. */
final class ListenOptions {
    private static final String USUAL = "127.0.0.1:9817";
    private static final Pattern FORM =
            Pattern.compile("(?:(?<host>\\[[0-9a-fA-F:.%]+]|[^\\[\\]:\\s]+):)?(?<port>\\d{1,5})");

    /** RFC 6750 section 2.1, and long enough not to be guessed. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,}=*");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description = {
                "Where /metrics and /healthz are answered (default: "
                        + USUAL
                        + "). Port 0 takes any",
                "that is free. Beyond this computer only with --tls-cert, --tls-key and"
                        + " --token-file."
            })
    private @Nullable String listen;

    @Option(names = "--no-listen", description = "Answers neither /metrics nor /healthz.")
    private boolean silent;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file with the certificate for HTTPS, and those that vouch for it.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with its private key (PKCS #8).")
    private @Nullable Path key;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that clients have to send (mode 600).")
    private @Nullable Path token;

    /** What was asked for; null for nowhere. */
    @Nullable Access access() {
        Access.Protection protection = protection();
        if (silent) {
            if (listen != null || protection != null) {
                throw wrong(
                        "--no-listen goes with none of --listen, --tls-cert, --tls-key and"
                                + " --token-file.");
            }
            return null;
        }
        InetSocketAddress address = address(listen == null ? USUAL : listen);
        if (protection == null && !address.getAddress().isLoopbackAddress()) {
            throw wrong(
                    "--listen: "
                            + address.getAddress().getHostAddress()
                            + " can be reached from other computers, which anybody there could"
                            + " read. Listen on 127.0.0.1, or give --tls-cert, --tls-key and"
                            + " --token-file.");
        }
        return new Access(address, protection);
    }

    private InetSocketAddress address(String text) {
        Matcher parts = FORM.matcher(text);
        int port = parts.matches() ? Integer.parseInt(parts.group("port")) : -1;
        if (port < 0 || port > 65_535) {
            throw wrong("--listen: \"" + text + "\" is no address. Write it like " + USUAL + ".");
        }
        String host = parts.group("host");
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(host == null ? "127.0.0.1" : host), port);
        } catch (UnknownHostException e) {
            throw wrong("--listen: there is no host \"" + host + "\". Write its address.");
        }
    }

    private Access.@Nullable Protection protection() {
        Path cert = certificate;
        Path secret = key;
        Path file = token;
        if (cert == null || secret == null || file == null) {
            if (Stream.of(certificate, key, token).allMatch(one -> one == null)) {
                return null;
            }
            throw wrong("--tls-cert, --tls-key and --token-file belong together: give all three.");
        }
        for (Path one : new Path[] {cert, secret, file}) {
            if (!Files.isReadable(one)) {
                throw wrong(one + " cannot be read. Check the path and its permissions.");
            }
        }
        return new Access.Protection(cert, secret, token(file));
    }

    private String token(Path file) {
        try {
            if (PrivateFile.isOpenToOthers(file)) {
                throw wrong(
                        "--token-file: others than you may read "
                                + file
                                + ". Close it to them: chmod 600 "
                                + file);
            }
            String text = PrivateFile.firstLine(file);
            if (!TOKEN.matcher(text).matches()) {
                throw wrong(
                        "--token-file: the first line of "
                                + file
                                + " has to be a token of at least 16 letters, digits and ._~+/-."
                                + " Make one: openssl rand -hex 32");
            }
            return text;
        } catch (IOException e) {
            throw wrong("--token-file: " + file + " cannot be read. Check its permissions.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
