package dev.linkscope.metrics;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.linkscope.domain.Statement;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/**
 * Offers {@code /metrics} and {@code /healthz} over HTTP, beyond this computer over HTTPS. Few
 * threads, few connections, and none for long.
 */
public final class Endpoint implements AutoCloseable {
    /** A thread for each connection, so that nobody waits behind clients that are slow. */
    private static final int CONNECTIONS = 16;

    private static final int BACKLOG = 32;

    static {
        // The JDK's server takes its limits from properties alone (module jdk.httpserver).
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        System.setProperty("sun.net.httpserver.idleInterval", "60");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
    }

    private final HttpServer server;
    private final ExecutorService threads = NamedThreads.pool("endpoint", CONNECTIONS);

    private Endpoint(HttpServer server, Answers answers) {
        this.server = server;
        server.createContext("/", answers);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Begins to answer.
     *
     * @throws EndpointException if the port is taken or a file of TLS cannot be used
     */
    public static Endpoint open(Access access, FarmMetrics metrics, HealthCheck health)
            throws EndpointException {
        Access.Protection protection = access.protection();
        var answers = new Answers(metrics, health, protection == null ? null : protection.token());
        try {
            if (protection == null) {
                return new Endpoint(HttpServer.create(access.address(), BACKLOG), answers);
            }
            var tls = PemFiles.context(protection.certificate(), protection.key());
            HttpsServer server = HttpsServer.create(access.address(), BACKLOG);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new Endpoint(server, answers);
        } catch (BindException e) {
            throw new EndpointException(problem("watch.listen.taken", access.address()), e);
        } catch (IOException e) {
            throw new EndpointException(problem("watch.listen.failed", access.address()), e);
        }
    }

    private static Statement problem(String key, InetSocketAddress address) {
        return Statement.of(
                key, address.getAddress().getHostAddress(), Integer.toString(address.getPort()));
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Ends at once; answers under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
