package dev.linkscope.launch;

import dev.linkscope.support.NamedThreads;
import dev.linkscope.ui.desktop.Request;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The one window of a data folder. It holds a lock, which ends with its process however that ends,
 * and a Unix domain socket on which second starts of the same user say what they were started for.
 */
final class SingleInstance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String LOCK = "window.lock";
    private static final String SOCKET = "window.sock";

    /** Where the socket is, as it cannot be in every folder. */
    private static final String WHEREABOUTS = "window.at";

    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";

    /** Requests that wait for the window to open; more are refused. */
    private static final int WAITING = 16;

    private final FileChannel lock;
    private final Path socket;
    private final String owner;
    private final ServerSocketChannel server;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private @Nullable Consumer<Request> taker;

    private SingleInstance(FileChannel lock, ServerSocketChannel server, Path socket)
            throws IOException {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
        owner = Files.getOwner(socket).getName();
    }

    /**
     * Becomes the one window of a folder.
     *
     * @param folder the data folder; made if it does not exist
     * @return empty if there is one already
     * @throws IOException if the file system knows no locks or the folder cannot be written
     */
    static Optional<SingleInstance> claim(Path folder) throws IOException {
        PrivateFile.makeFolder(folder);
        FileChannel file =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ServerSocketChannel server = null;
        try {
            if (!isFree(file)) {
                file.close();
                return Optional.empty();
            }
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Path socket = bind(server, folder);
            var instance = new SingleInstance(file, server, socket);
            NamedThreads.platform("window-requests", instance::listen).start();
            return Optional.of(instance);
        } catch (IOException | RuntimeException e) {
            if (server != null) {
                server.close();
            }
            file.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            FileLock held = file.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** The lock is held, so that a socket that lies there is one of a process that was killed. */
    private static Path bind(ServerSocketChannel server, Path folder) throws IOException {
        Path socket = folder.resolve(SOCKET);
        Files.deleteIfExists(socket);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException tooLongOrNotPossible) {
            // Paths of sockets may have about 100 bytes, and not every file system holds sockets.
            socket = Files.createTempDirectory("linkscope").resolve(SOCKET);
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        Path whereabouts = folder.resolve(WHEREABOUTS);
        Path written = folder.resolve(WHEREABOUTS + ".new");
        Files.writeString(written, socket.toString());
        Files.move(
                written,
                whereabouts,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return socket;
    }

    /**
     * Hands a request to the window of a folder.
     *
     * @return whether it took the request; false if it does not answer, or does not yet
     */
    static boolean ask(Path folder, Request request) {
        try {
            Path socket = Path.of(Files.readString(folder.resolve(WHEREABOUTS)));
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                LocalLine.write(channel, RequestLine.of(request), PATIENCE);
                return LocalLine.read(channel, TAKEN.length(), PATIENCE).equals(TAKEN);
            }
        } catch (IOException | IllegalArgumentException doesNotAnswer) {
            return false;
        }
    }

    private void listen() {
        while (server.isOpen()) {
            try (SocketChannel peer = server.accept()) {
                answer(peer);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // Not in a field: a second start logs nothing, and is to be quick.
                LoggerFactory.getLogger(SingleInstance.class)
                        .info("a second start was not understood: {}", e.getMessage());
            }
        }
    }

    private void answer(SocketChannel peer) throws IOException {
        Optional<Request> request =
                isOwner(peer)
                        ? RequestLine.parse(LocalLine.read(peer, RequestLine.LONGEST, PATIENCE))
                        : Optional.empty();
        boolean taken = request.isPresent() && take(request.get());
        LocalLine.write(peer, taken ? TAKEN : REFUSED, PATIENCE);
    }

    /** The file's permissions come a moment after the file, and not every system minds them. */
    private boolean isOwner(SocketChannel peer) throws IOException {
        return !peer.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                || peer.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName().equals(owner);
    }

    /** Takes a request as if a second start had made it; false if too many wait. */
    synchronized boolean take(Request request) {
        if (taker != null) {
            taker.accept(request);
            return true;
        }
        return waiting.size() < WAITING && waiting.add(request);
    }

    /**
     * From now on these requests are done, those first that came before.
     *
     * @param newTaker called on a thread of this instance; must return at once
     */
    synchronized void serve(Consumer<Request> newTaker) {
        taker = newTaker;
        waiting.forEach(newTaker);
        waiting.clear();
    }

    /** Where second starts reach this window. */
    Path socket() {
        return socket;
    }

    /** Lets another window have the folder. */
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        // The lock last: whoever gets it finds nothing of this one.
        lock.close();
    }
}
