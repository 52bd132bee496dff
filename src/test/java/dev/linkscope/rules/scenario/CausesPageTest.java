package dev.linkscope.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page of all causes says what the bundles, the scenarios and the plans say. {@code
 * -Dlinkscope.guide.accept=true} writes it.
 */
class CausesPageTest {
    private static final Path PAGE = Path.of("src", "docs", "causes.md");

    private final String page;
    private final CausesPage made = new CausesPage();

    CausesPageTest() throws IOException {
        if (Boolean.getBoolean("linkscope.guide.accept")) {
            Files.writeString(PAGE, made.text());
        }
        page = Files.readString(PAGE);
    }

    @Test
    void everyCauseHasItsSection() {
        assertThat(RuleCatalog.CAUSES).isNotEmpty();
        for (Rule rule : RuleCatalog.CAUSES) {
            assertThat(page).as(rule.id()).contains(made.section(rule));
        }
    }

    @Test
    void nothingElseStandsThere() {
        assertThat(page).isEqualTo(made.text());
        assertThat(Pattern.compile("<a id=").matcher(page).results().count())
                .isEqualTo(RuleCatalog.CAUSES.size());
    }

    /** A page that says how nothing is told helps nobody. */
    @Test
    void everySectionSaysWhatSpeaksForTheCauseAndAgainstIt() {
        for (Rule rule : RuleCatalog.CAUSES) {
            assertThat(made.section(rule))
                    .as(rule.id())
                    .contains("**It says:** ", "**Speaks for it:** ", "**What to do:** ")
                    .contains("(fixes.md#");
        }
    }

    @Test
    void figuresAreLeftOutOfASentence() {
        assertThat(CausesPage.plain("It''s {0,number,#,##0} of {1,choice,0#{2}|1#x} dBm."))
                .isEqualTo("It's … of … dBm.");
    }
}
