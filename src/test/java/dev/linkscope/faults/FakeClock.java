package dev.linkscope.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wall clock of its own for the programs of one Pi, by libfaketime (Debian: libfaketime). It
 * jumps while they run; the clocks that count from the start of the computer stay as they are, as
 * when a real one is set.
 */
final class FakeClock {
    /** Where the library is; without it, the place where Debian keeps it. */
    private static final String LIBRARY = "linkscope.faketime";

    private static final String NAME = "libfaketime.so.1";

    private final Path library;
    private final Path offset;

    /**
     * A clock that is right at first.
     *
     * @param folder its own; has to stay visible for the programs
     */
    FakeClock(Path folder) throws IOException {
        library = folder.resolve(NAME);
        Files.copy(
                library().orElseThrow(() -> new IllegalStateException("libfaketime is missing")),
                library,
                StandardCopyOption.REPLACE_EXISTING);
        offset = folder.resolve("clock");
        jump(Duration.ZERO);
    }

    /** The library; empty where it is not installed. */
    static Optional<Path> library() {
        String named = System.getProperty(LIBRARY, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isReadable);
        }
        try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
            return places.map(place -> place.resolve("faketime").resolve(NAME))
                    .filter(Files::isReadable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Settings of programs that go by it, as {@code NAME=value}, with spaces between. */
    String environment() {
        return "LD_PRELOAD="
                + library
                + " FAKETIME_TIMESTAMP_FILE="
                + offset
                + " FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1";
    }

    /** Sets it so far ahead of this computer's, or behind. */
    void jump(Duration ahead) {
        try {
            // Replaced at once: a program that reads half a number would jump somewhere else.
            Path next =
                    Files.writeString(
                            offset.resolveSibling("clock.next"),
                            "%+d".formatted(ahead.toSeconds()));
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
