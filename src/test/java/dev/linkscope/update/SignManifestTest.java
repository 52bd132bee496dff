package dev.linkscope.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.support.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packager's script signs, the program believes. */
@Timeout(40)
@DisabledOnOs(OS.WINDOWS)
class SignManifestTest {
    private static final Path SCRIPT = Path.of("packaging", "sign-manifest").toAbsolutePath();

    @TempDir Path folder;
    private Path key;
    private Path manifest;

    /** What a program said and returned. */
    private record Said(int code, String out, String err) {}

    @BeforeEach
    void write() throws Exception {
        key = folder.resolve("key.pem");
        manifest = Files.write(folder.resolve("linkscope.json"), ReleaseKey.manifest());
        assertThat(
                        run(
                                        Map.of(),
                                        "openssl",
                                        "genpkey",
                                        "-algorithm",
                                        "ed25519",
                                        "-out",
                                        "key.pem")
                                .code())
                .isZero();
    }

    private Said run(Map<String, String> environment, String... command) throws Exception {
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(out)
                        .redirectError(err);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(
                process.exitValue(),
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }

    private Said script(String... args) throws Exception {
        var command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(args));
        return run(Map.of(), command.toArray(String[]::new));
    }

    @Test
    void whatIsSignedIsBelieved() throws Exception {
        assertThat(script("key.pem", "linkscope.json"))
                .isEqualTo(new Said(0, "linkscope.json.sig\n", ""));
        String shown = script("--show-key", "key.pem").out();
        try (var server = UpdateServer.secured("good")) {
            server.announces(
                    Files.readAllBytes(manifest),
                    Files.readAllBytes(folder.resolve("linkscope.json.sig")));
            String properties = "address=" + server.manifest() + "\n" + shown;
            UpdatePlace place =
                    UpdatePlace.read(
                            new ByteArrayInputStream(properties.getBytes(StandardCharsets.UTF_8)));
            OkHttpClient client =
                    TestCertificates.trusting(Fetch.client(Duration.ofSeconds(10))).build();
            var program =
                    new SignedUpdates(
                            place,
                            "0.1.0",
                            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")),
                            () -> client);
            assertThat(program.look(Instant.EPOCH)).isInstanceOf(Answer.Newer.class);
        }
    }

    @Test
    void onlyKeysOfEd25519Sign() throws Exception {
        run(Map.of(), "openssl", "ecparam", "-genkey", "-name", "prime256v1", "-out", "ec.pem");
        for (String[] args :
                List.of(
                        new String[] {"ec.pem", "linkscope.json"},
                        new String[] {"--show-key", "ec.pem"})) {
            Said said = script(args);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("no key of Ed25519");
            assertThat(folder.resolve("linkscope.json.sig")).doesNotExist();
        }
    }

    @Test
    void whatLinkscopeWouldNotReadIsNotSigned() throws Exception {
        Files.write(manifest, new byte[64 * 1024 + 1]);
        assertThat(script("key.pem", "linkscope.json").err()).contains("65536 at most");
        assertThat(script("key.pem", "nothing.json").err()).contains("cannot be read");
        assertThat(folder.resolve("linkscope.json.sig")).doesNotExist();
    }

    @Test
    void aKeyIsNeverReplaced() throws Exception {
        byte[] before = Files.readAllBytes(key);
        assertThat(script("--new-key", "key.pem").err()).contains("is not replaced");
        assertThat(key).hasBinaryContent(before);
    }

    @Test
    void aNewKeyIsForItsOwnerAloneAndAFailureLeavesNone() throws Exception {
        // Gives the passphrase that a person types.
        Path typing =
                Files.writeString(
                        folder.resolve("typing"),
                        """
                        #!/bin/sh
                        case $1 in
                            genpkey) exec openssl "$@" -pass pass:typed ;;
                            pkey) exec openssl "$@" -passin pass:typed ;;
                            *) exec openssl "$@" ;;
                        esac
                        """);
        Files.setPosixFilePermissions(typing, PosixFilePermissions.fromString("rwx------"));
        Said made =
                run(
                        Map.of("LINKSCOPE_OPENSSL", typing.toString()),
                        "sh",
                        SCRIPT.toString(),
                        "--new-key",
                        "new.pem");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).matches("key=[A-Za-z0-9+/]{59}=\n");
        Path file = folder.resolve("new.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().contains("BEGIN ENCRYPTED PRIVATE KEY");

        Said failed =
                run(
                        Map.of("LINKSCOPE_OPENSSL", "false"),
                        "sh",
                        SCRIPT.toString(),
                        "--new-key",
                        "other.pem");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(folder.resolve("other.pem")).doesNotExist();
    }

    @Test
    void wrongUsageIsExplained() throws Exception {
        for (String[] args :
                List.of(new String[0], new String[] {"--help"}, new String[] {"--what", "x"})) {
            Said said = script(args);
            assertThat(said.code()).isEqualTo(64);
            assertThat(said.err()).contains("sign-manifest KEY.pem FILE.json");
        }
    }
}
