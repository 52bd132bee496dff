package dev.linkscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build compiles says the same as the text, which is what everybody reads and changes. */
@ExtendWith(FxToolkit.class)
class CompiledSheetsTest {
    static List<String> texts() {
        return Stream.concat(
                        Theme.texts().stream(),
                        Stream.of("theme-light.css", "theme-dark.css")
                                .map(name -> "/dev/linkscope/ui/" + name)
                                .map(Theme.class::getResource)
                                .map(URL::toExternalForm))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void saysTheSame(String text) throws Exception {
        List<Rule> read =
                FxToolkit.onFx(() -> new CssParser().parse(URI.create(text).toURL()).getRules());
        List<Rule> compiled =
                FxToolkit.onFx(() ->
                        Stylesheet.loadBinary(URI.create(text.replace(".css", ".bss")).toURL())
                                .getRules());
        assertThat(compiled).isNotEmpty();
        assertThat(said(compiled)).isEqualTo(said(read));
    }

    private static List<String> said(List<Rule> rules) {
        return rules.stream()
                .map(rule ->
                        rule.getSelectors()
                                + " "
                                + rule.getDeclarations().stream()
                                        .map(one -> one.getProperty())
                                        .toList())
                .toList();
    }

    @Test
    void theWindowReadsTheCompiledOnes() {
        assertThat(Theme.sheets())
                .hasSameSizeAs(Theme.texts())
                .allMatch(one -> one.endsWith(".bss"));
    }
}
