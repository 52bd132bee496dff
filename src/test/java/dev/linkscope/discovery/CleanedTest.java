package dev.linkscope.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.HostName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanedTest {
    @Test
    void takesWhatSteersATerminalOutOfNames() {
        assertThat(Cleaned.name("OctoPrint instance on vm")).isEqualTo("OctoPrint instance on vm");
        assertThat(Cleaned.name("\u001b]0;owned\u0007\u001b[31mred")).isEqualTo("]0;owned [31mred");
        assertThat(Cleaned.name("a\r\nb\u2028c\u202edcba\u200b")).isEqualTo("a b c dcba");
        assertThat(Cleaned.name("Drucker Böblingen 🖨")).isEqualTo("Drucker Böblingen 🖨");
        assertThat(Cleaned.name("\u0000\u009b")).isEmpty();
    }

    @Property(tries = 500)
    void namesAreShortVisibleAndStay(@ForAll String raw) {
        String name = Cleaned.name(raw);
        assertThat(name.length()).isLessThanOrEqualTo(Cleaned.LONGEST_NAME);
        assertThat(name.codePoints().noneMatch(Character::isISOControl)).isTrue();
        assertThat(Cleaned.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "octopi.local., octopi.local",
        "vm.local, vm.local",
        "-oProxyCommand=x.local., ",
        "-octopi.local., ",
        "a b.local., ",
        "a..local., ",
        "fe80::1%eth0, ",
        "., "
    })
    void takesHostsThatCanBeUsed(String raw, String expected) {
        assertThat(Cleaned.host(raw).orElse(null)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void everyHostTakenIsUsable(@ForAll String raw) {
        Cleaned.host(raw).ifPresent(host -> assertThat(HostName.isUsable(host)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/octoprint/, /octoprint/",
        "printer1, /printer1",
        "//evil.example/, ",
        "/../secret, ",
        "/a b, ",
        "/a?key=1, ",
        "http://evil.example, "
    })
    void takesPathsOfPages(String raw, String expected) {
        assertThat(Cleaned.path(raw).orElse(null)).isEqualTo(expected);
    }

    @Test
    void takesVersionsAndIds() {
        assertThat(Cleaned.word("1.11.8")).contains("1.11.8");
        assertThat(Cleaned.word("v0.9.3-5-g4a1b2c3")).contains("v0.9.3-5-g4a1b2c3");
        assertThat(Cleaned.word("199ad3ad-b455-4764-b84e-8c475adfcc41")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u001b[31m", "-x", "x\n"})
    void takesNothingElse(String raw) {
        assertThat(Cleaned.word(raw)).isEmpty();
        assertThat(Cleaned.word("x".repeat(65))).isEmpty();
        assertThat(Cleaned.word(null)).isEmpty();
    }
}
