package dev.linkscope.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Makes and removes network namespaces. Their names hold the process that made them and when that
 * began, so that what a killed run left behind can be told from what another run is using.
 */
final class Namespaces {
    private static final String PREFIX = "linkscope-faults-";
    private static final Path NAMES = Path.of("/run/netns");
    private static final Path FILES = Path.of("/etc/netns");
    private static final Path FOLDERS = Path.of("/run/linkscope-faults");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Namespaces() {}

    /** Why no namespaces can be made here; empty if they can. */
    static String obstacle() {
        try {
            String name = fresh();
            Commands.run(List.of("ip", "netns", "add", name));
            Node node = new Node(name);
            node.filter("table inet fault {}");
            remove(name);
            return "";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A prefix of names that nobody else uses. */
    static String fresh() {
        return PREFIX + owner(ProcessHandle.current()) + "-" + COUNT.incrementAndGet();
    }

    /** A folder for that prefix that stays visible when a node hides its own files. */
    static Path folder(String prefix) {
        try {
            return Files.createDirectories(FOLDERS.resolve(prefix));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a namespace with loopback, and a name server if it has one. */
    static Node add(String name, String resolver) {
        if (!resolver.isEmpty()) {
            try {
                Path folder = Files.createDirectories(FILES.resolve(name));
                Files.writeString(folder.resolve("resolv.conf"), "nameserver " + resolver + "\n");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        Commands.run(List.of("ip", "netns", "add", name));
        Node node = new Node(name);
        node.ip("link set lo up");
        return node;
    }

    /** Ends what runs in it and removes it and its files. */
    static void remove(String name) {
        if (Files.exists(NAMES.resolve(name))) {
            new Node(name)
                    .processes().stream()
                            .flatMap(pid -> ProcessHandle.of(pid).stream())
                            .forEach(ProcessHandle::destroyForcibly);
            Commands.run(List.of("ip", "netns", "del", name));
        }
        delete(FILES.resolve(name));
    }

    /** Removes what runs that no longer exist left behind. */
    static synchronized void removeLeftovers() {
        for (Path place : List.of(NAMES, FILES)) {
            for (Path path : list(place)) {
                String name = path.getFileName().toString();
                if (isLeftover(name)) {
                    removeLeftover(name);
                }
            }
        }
        list(FOLDERS).stream()
                .filter(path -> isLeftover(path.getFileName().toString()))
                .forEach(Namespaces::delete);
    }

    private static void removeLeftover(String name) {
        try {
            remove(name);
        } catch (IllegalStateException e) {
            // Another run may have done so at the same moment.
            if (Files.exists(NAMES.resolve(name))) {
                throw e;
            }
        }
    }

    /** Deletes a file or folder with all in it; nothing if it is not there. */
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLeftover(String name) {
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        String[] words = name.substring(PREFIX.length()).split("-");
        String owner = words[0] + "-" + words[1];
        return ProcessHandle.of(Long.parseLong(words[0]))
                .map(process -> !owner(process).equals(owner))
                .orElse(true);
    }

    private static String owner(ProcessHandle process) {
        long began = process.info().startInstant().map(at -> at.getEpochSecond()).orElse(0L);
        return process.pid() + "-" + began;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
