package dev.linkscope.i18n;

import dev.linkscope.domain.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what users dropped into the folder of languages: {@code NAME_fr.properties}, or {@code
 * fr/NAME.properties}. Nothing in there is trusted: sizes are bounded, a file that cannot be used
 * is told of and passed over, and so is a text that is no proper translation of the English one.
 */
final class LanguageFolder {
    private static final int MOST_FILES = 500;
    private static final long LARGEST = 1 << 20;
    private static final String END = ".properties";

    private final List<String> areas;
    private final Patterns english;
    private final Map<Locale, Map<String, String>> texts = new HashMap<>();
    private final List<Statement> problems = new ArrayList<>();

    private LanguageFolder(List<String> areas, Patterns english) {
        this.areas = areas;
        this.english = english;
    }

    /**
     * What was read.
     *
     * @param texts usable patterns by language
     * @param problems what was passed over, a sentence each
     */
    record Read(Map<Locale, Map<String, String>> texts, List<Statement> problems) {}

    /** Reads the folder; one that is not there holds nothing. */
    static Read read(Path folder, List<String> areas, Patterns english) {
        var reader = new LanguageFolder(areas, english);
        reader.folder(folder, null);
        return new Read(Map.copyOf(reader.texts), List.copyOf(reader.problems));
    }

    private void folder(Path folder, @Nullable Locale language) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : inside(folder)) {
            String name = file.getFileName().toString();
            if (Files.isDirectory(file)) {
                Locale inner = language == null ? locale(name) : null;
                if (inner != null) {
                    folder(file, inner);
                } else if (!name.startsWith(".")) {
                    problem("language.ignored.name", name);
                }
            } else if (name.endsWith(END)) {
                String base = name.substring(0, name.length() - END.length());
                Locale spoken = language == null ? ofFile(base) : language;
                if (spoken == null) {
                    problem("language.ignored.name", name);
                } else {
                    file(file, spoken);
                }
            }
        }
    }

    private List<Path> inside(Path folder) {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path file : stream) {
                files.add(file);
                if (files.size() == MOST_FILES) {
                    problem("language.ignored.many", folder.getFileName().toString(), MOST_FILES);
                    break;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problem("language.ignored.unreadable", folder.getFileName().toString());
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    /** The language of {@code NAME_fr} or {@code NAME_pt_BR}; names may hold underscores too. */
    private @Nullable Locale ofFile(String base) {
        return areas.stream()
                .filter(area -> base.startsWith(area + "_"))
                .max(Comparator.comparingInt(String::length))
                .map(area -> locale(base.substring(area.length() + 1)))
                .orElse(null);
    }

    private static @Nullable Locale locale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            return locale.getLanguage().isEmpty() ? null : locale;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private void file(Path file, Locale language) {
        String name = file.getFileName().toString();
        var read = new Properties();
        try {
            if (Files.size(file) > LARGEST) {
                problem("language.ignored.large", name, LARGEST >> 20);
                return;
            }
            String content =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
            read.load(new StringReader(content));
        } catch (CharacterCodingException e) {
            problem("language.ignored.encoding", name);
            return;
        } catch (IOException | IllegalArgumentException e) {
            problem("language.ignored.unreadable", name);
            return;
        }
        Map<String, String> kept = texts.computeIfAbsent(language, any -> new TreeMap<>());
        var passedOver = new ArrayList<String>();
        for (String key : read.stringPropertyNames()) {
            String pattern = read.getProperty(key);
            if (usable(key, pattern, language)) {
                kept.put(key, pattern);
            } else {
                passedOver.add(key);
            }
        }
        if (!passedOver.isEmpty()) {
            problem(
                    "language.ignored.texts",
                    name,
                    passedOver.size(),
                    shortened(passedOver.stream().min(String::compareTo).orElse("")));
        }
    }

    private boolean usable(String key, String pattern, Locale language) {
        String original = english.of(key);
        if (original == null
                || pattern.length() > 4 * original.length() + 200
                // An apostrophe alone begins a quote, of which nothing is seen.
                || pattern.replace("'", "").isBlank() != original.isBlank()
                || pattern.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            return false;
        }
        try {
            return PatternShape.of(pattern, language)
                    .fits(PatternShape.of(original, Locale.ENGLISH));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSteering(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private void problem(String key, Object... args) {
        if (args[0] instanceof String name) {
            args[0] = shortened(name);
        }
        problems.add(Statement.of(key, args));
    }

    private static String shortened(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return shown.codePoints()
                .map(c -> isSteering(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
