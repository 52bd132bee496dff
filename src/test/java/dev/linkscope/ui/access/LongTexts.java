package dev.linkscope.ui.access;

import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The window's texts in a made-up language whose every text is 40 % longer than in English. */
public final class LongTexts {
    /** The rule of thumb for German, which is the longest of the usual ones. */
    private static final double LONGER = 0.4;

    private static final Locale LOCALE = Locale.of("en", "US", "LONGTEST");
    private static final Path ENGLISH = Path.of("src/main/resources/dev/linkscope/i18n");
    private static final Path FAKES = Path.of("src/test/resources/dev/linkscope/i18n");
    private static final Pattern ENGLISH_NAME = Pattern.compile("[a-z]+(_[a-z]{3,})*\\.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final List<String> WORDS =
            List.of("länger", "und", "wortreicher", "als", "sonst");

    private LongTexts() {}

    /** Those texts, for Berlin. */
    public static Messages messages() {
        Holder.write();
        return Messages.in(LOCALE, ZoneId.of("Europe/Berlin"));
    }

    /** A pattern with more words behind it; figures and times stay as they are. */
    static String longer(String pattern) {
        String words = ARGUMENT.matcher(pattern).replaceAll("");
        if (!LETTERS.matcher(words).find()) {
            return pattern;
        }
        long wanted = Math.round(Math.ceil(words.length() * LONGER));
        var more = new StringBuilder();
        for (int i = 0; more.length() < wanted; i++) {
            more.append(' ').append(WORDS.get(i % WORDS.size()));
        }
        more.setLength((int) Math.max(2, wanted));
        return pattern + more.toString().stripTrailing();
    }

    private static final class Holder {
        static {
            try {
                writeAll();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Holder() {}

        // Being called is what runs the initializer, once.
        static void write() {}
    }

    // Bundles are found on the class path, of which this folder is a part.
    private static void writeAll() throws IOException {
        Path classes;
        try {
            classes =
                    Path.of(
                            LongTexts.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        Path folder = Files.createDirectories(classes.resolve("dev/linkscope/i18n"));
        try (Stream<Path> bundles = Files.list(ENGLISH)) {
            for (Path bundle : bundles.toList()) {
                String name = bundle.getFileName().toString();
                if (ENGLISH_NAME.matcher(name).matches()) {
                    write(name.replace(".properties", ""), folder);
                }
            }
        }
    }

    private static void write(String area, Path folder) throws IOException {
        Properties texts = read(ENGLISH.resolve(area + ".properties"));
        Path fakes = FAKES.resolve(area + "_en_US_UITEST.properties");
        if (Files.exists(fakes)) {
            texts.putAll(read(fakes));
        }
        texts.replaceAll(
                (key, text) -> text.toString().contains("HH:mm") ? text : longer(text.toString()));
        try (Writer out =
                Files.newBufferedWriter(folder.resolve(area + "_en_US_LONGTEST.properties"))) {
            texts.store(out, null);
        }
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }
}
