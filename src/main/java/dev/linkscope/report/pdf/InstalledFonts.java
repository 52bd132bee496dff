package dev.linkscope.report.pdf;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fonts of this computer that may be embedded. They are looked for when the first letter is asked
 * for that no font of this program has. Thread-safe.
 */
final class InstalledFonts {
    private static final InstalledFonts HERE = new InstalledFonts(platformFolders());

    private static final int MAX_DEPTH = 6;
    private static final int MAX_FILES = 4000;

    /** Reading the table of letters of one takes about a millisecond. */
    private static final int MAX_READ = 96;

    private static final long MAX_BYTES = 48L * 1000 * 1000;
    private static final int MAX_KNOWN = 10_000;

    /** Families with many letters, the best first: these are asked before all others. */
    private static final List<String> WIDE =
            List.of(
                    "droidsansfallback",
                    "wqy",
                    "arial unicode",
                    "arialuni",
                    "msyh",
                    "yugoth",
                    "msgothic",
                    "malgun",
                    "stheiti",
                    "hiragino",
                    "applesdgothic",
                    "notosans",
                    "notoemoji",
                    "seguiemj",
                    "seguisym",
                    "symbola",
                    "nirmala",
                    "leelawui",
                    "unifont");

    /** Fonts that answer for every letter with a box of their own. */
    private static final Set<String> EMPTY = Set.of("lastresort", "adobeblank");

    private final List<Path> folders;
    private final Map<Integer, Optional<FontFile>> known = new HashMap<>();
    private @Nullable List<FontFile> fonts;

    /** Fonts in these folders and below. */
    InstalledFonts(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Those of this computer. */
    static InstalledFonts here() {
        return HERE;
    }

    /** The first font with that letter; null if there is none. */
    synchronized @Nullable FontFile with(int letter) {
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(letter, this::find).orElse(null);
    }

    private Optional<FontFile> find(int letter) {
        List<FontFile> all = fonts;
        if (all == null) {
            all = read();
            fonts = all;
        }
        return all.stream().filter(font -> font.has(letter)).findFirst();
    }

    private List<FontFile> read() {
        return folders.stream()
                .flatMap(folder -> files(folder).stream())
                .sorted(
                        Comparator.comparingInt(InstalledFonts::rank)
                                .thenComparing(Comparator.comparingLong(Found::bytes).reversed())
                                .thenComparing(Found::path))
                .limit(MAX_READ)
                .map(found -> FontFile.read(found.path()))
                .filter(Objects::nonNull)
                .toList();
    }

    private record Found(Path path, long bytes, String name) {}

    private static List<Found> files(Path folder) {
        List<Found> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    MAX_DEPTH,
                    new SimpleFileVisitor<>() {
                        private int seen;

                        @Override
                        public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
                            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
                            if (isFont(name) && file.size() <= MAX_BYTES) {
                                found.add(new Found(path, file.size(), name));
                            }
                            return ++seen < MAX_FILES
                                    ? FileVisitResult.CONTINUE
                                    : FileVisitResult.TERMINATE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException why) {
                            // Not there, not ours to read, or a circle of links.
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    private static boolean isFont(String name) {
        return (name.endsWith(".ttf") || name.endsWith(".ttc"))
                && EMPTY.stream().noneMatch(name::contains);
    }

    private static int rank(Found found) {
        for (int i = 0; i < WIDE.size(); i++) {
            if (found.name().contains(WIDE.get(i))) {
                return i;
            }
        }
        return WIDE.size();
    }

    private static List<Path> platformFolders() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            String windows = Objects.requireNonNullElse(System.getenv("WINDIR"), "C:\\Windows");
            return List.of(
                    Path.of(windows, "Fonts"),
                    home.resolve(Path.of("AppData", "Local", "Microsoft", "Windows", "Fonts")));
        }
        if (system.contains("mac")) {
            return List.of(
                    Path.of("/System/Library/Fonts"),
                    Path.of("/Library/Fonts"),
                    home.resolve(Path.of("Library", "Fonts")));
        }
        return List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(Path.of(".local", "share", "fonts")),
                home.resolve(".fonts"));
    }
}
