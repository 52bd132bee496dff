package dev.linkscope.store.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of the tests' own on loopback, in a temporary folder. PostgreSQL refuses to
 * run as root, so that it runs as {@code postgres} there.
 */
public final class PostgresServer implements AutoCloseable {
    /** PostgreSQL, appendix A: deadlock_detected. */
    private static final String DEADLOCK = "40P01";

    private static final int ATTEMPTS = 5;
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final long PATIENCE_SECONDS = 30;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable PostgresServer shared;

    private final Path bin;
    private final Path folder;
    private final int port;
    private final boolean durable;
    private @Nullable Process process;

    private PostgresServer(Path bin, boolean durable) throws IOException, InterruptedException {
        this.bin = bin;
        this.durable = durable;
        this.folder = Files.createTempDirectory("linkscope-postgres");
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        if (root()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(
                asPostgres(
                        "initdb",
                        "-D",
                        data(),
                        "-U",
                        "linkscope",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"));
    }

    /** The server of this process; skips the test where PostgreSQL is not installed. */
    public static synchronized PostgresServer shared() {
        PostgresServer running = shared;
        if (running == null) {
            running = started(false);
            shared = running;
        }
        return running;
    }

    /**
     * A server of one's own.
     *
     * @param durable whether what is committed outlives a power cut
     */
    public static PostgresServer started(boolean durable) {
        Path bin = bin();
        if (bin == null) {
            System.out.println("Left out: PostgreSQL is not installed below " + INSTALLED);
        }
        Assumptions.assumeTrue(bin != null, "PostgreSQL is not installed");
        try {
            var server = new PostgresServer(bin, durable);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Path bin() {
        if (!Files.isDirectory(INSTALLED)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> asPostgres(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + output);
        }
    }

    /** Starts it and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        process =
                new ProcessBuilder(
                                asPostgres(
                                        "postgres",
                                        "-D",
                                        data(),
                                        "-p",
                                        String.valueOf(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=",
                                        "-c",
                                        "max_connections=200",
                                        "-c",
                                        "fsync=" + (durable ? "on" : "off")))
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                DriverManager.getConnection(jdbc("public")).close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(Files.readString(log()), e);
                }
                Thread.sleep(50);
            }
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Ends it as a crash of the machine would: nothing is finished. */
    public void crash() throws InterruptedException {
        Process running = process;
        if (running != null) {
            signal(running, "-QUIT");
            process = null;
        }
    }

    /** Kills its first process; the others see that and end. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> all = running.descendants().toList();
            signal(running, "-KILL");
            for (ProcessHandle one : all) {
                one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            }
            process = null;
        }
    }

    private static void signal(Process running, String signal) throws InterruptedException {
        try {
            run(List.of("kill", signal, String.valueOf(running.pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("PostgreSQL does not end");
        }
    }

    /** A new empty schema, which costs less than a database and is as good. */
    public String newSchema() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("public", "CREATE SCHEMA " + name);
        return name;
    }

    /** Removes a schema. */
    public void drop(String schema) {
        execute("public", "DROP SCHEMA " + schema + " CASCADE");
    }

    /** The address of a schema as users write it. */
    public String address(String schema) {
        return "postgresql://linkscope@127.0.0.1:" + port + "/postgres?currentSchema=" + schema;
    }

    /** As {@link #address}, for another user. */
    public String address(String user, String schema) {
        return "jdbc:" + address(schema).replace("linkscope@", user + "@");
    }

    private String jdbc(String schema) {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/postgres?user=linkscope&currentSchema="
                + schema;
    }

    /** Has a user log in with a password. */
    public void demandPassword(String user) throws IOException {
        Path rules = folder.resolve("data").resolve("pg_hba.conf");
        String rule = "host all " + user + " 127.0.0.1/32 scram-sha-256\n";
        Files.writeString(rules, rule + Files.readString(rules));
        execute("public", "SELECT pg_reload_conf()");
    }

    /** What a schema answers. */
    public long number(String schema, String sql) {
        try (var connection = DriverManager.getConnection(jdbc(schema));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a schema do something; again where that collides with what the store does meanwhile. */
    public void execute(String schema, String sql) {
        for (int left = ATTEMPTS; ; left--) {
            try (var connection = DriverManager.getConnection(jdbc(schema));
                    var statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (left <= 1 || !DEADLOCK.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            crash();
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, new Deleting());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes a folder with everything in it. */
    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
