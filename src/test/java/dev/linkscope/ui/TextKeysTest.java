package dev.linkscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.ui.common.Condition;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the window names has its text. */
class TextKeysTest {
    private static final Path CODE = Path.of("src/main/java/dev/linkscope/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/linkscope/i18n");
    private static final Path FACTS =
            Path.of("src/main/resources/dev/linkscope/i18n/fact.properties");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z_]*(?:\\.[a-zA-Z_]+)+)\"");

    private static Properties bundle(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Texts of the window: one bundle for each of its areas, in English. */
    private static Properties texts() throws IOException {
        var all = new Properties();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.filter(TextKeysTest::isOfWindow).toList()) {
                all.putAll(bundle(file));
            }
        }
        return all;
    }

    private static boolean isOfWindow(Path file) {
        String name = file.getFileName().toString();
        return name.matches("ui(_[a-z]{3,})?\\.properties");
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            var all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void everyNamedKeyHasItsText() throws IOException {
        var missing = new TreeSet<String>();
        var matcher = KEY.matcher(code());
        Properties bundle = texts();
        // Names of what is known of a printer are looked up, not shown.
        Properties facts = bundle(FACTS);
        while (matcher.find()) {
            String key = matcher.group(1);
            boolean prefix =
                    bundle.keySet().stream().anyMatch(known -> known.toString().startsWith(key));
            boolean file = key.endsWith(".css") || key.startsWith("os.");
            if (!prefix && !file && !facts.containsKey("fact." + key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMadeUpKeyHasItsText() throws IOException {
        var keys = new ArrayList<String>();
        for (Condition condition : Condition.values()) {
            keys.add(condition.key());
            keys.add("verdict." + condition);
        }
        for (PatternKind kind : PatternKind.values()) {
            keys.add("pattern.title." + kind);
            keys.add("pattern.detail." + kind);
        }
        for (Phase phase : Phase.values()) {
            keys.add("phase." + phase);
        }
        for (ConnectStep step : ConnectStep.values()) {
            keys.add("step." + step);
            keys.add("step." + step + ".done");
        }
        for (SecretKind kind : SecretKind.values()) {
            keys.add("question.secret." + kind);
        }
        assertThat(texts().keySet()).containsAll(List.copyOf(keys));
    }
}
