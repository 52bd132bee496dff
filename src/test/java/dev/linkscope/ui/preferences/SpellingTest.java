package dev.linkscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeServices;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed, and what is said of it. */
class SpellingTest {
    private static final Settings USUAL = new SettingsInMemory("light", "test").load();

    private static <T> String said(Read<T> read) {
        return switch (read) {
            case Read.Good<T>(T value) -> "ok " + value;
            case Read.Bad<T>(var why) -> FakeServices.MESSAGES.render(why);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10|ok 10.0",
                " 2.5 |ok 2.5",
                "2,5|ok 2.5",
                "600|ok 600.0",
                "1|This is too small. Type a number from 2 to 600.",
                "-5|This is too small. Type a number from 2 to 600.",
                "601|This is too large. Type a number from 2 to 600.",
                "2.55|Type at most one decimal.",
                "ten|This is not a number. Type one from 2 to 600.",
                "1e2|This is not a number. Type one from 2 to 600.",
                "9999999999999999|This is not a number. Type one from 2 to 600.",
                "٣|This is not a number. Type one from 2 to 600.",
                "''|This is not a number. Type one from 2 to 600."
            })
    void secondsBetweenAttempts(String typed, String expected) {
        assertThat(said(new Numbers(2, 600, 1).read(typed))).isEqualTo(expected);
    }

    @Test
    void daysAreWholeAndNumbersAreShownAsTheyAreTyped() {
        var days = new Numbers(1, 3_650, 0);
        assertThat(said(days.read("1.5"))).isEqualTo("Type a whole number from 1 to 3650.");
        assertThat(days.show(3_650.0, Locale.ENGLISH)).isEqualTo("3650");
        assertThat(new Numbers(0, 9, 1).show(0.5, Locale.GERMANY)).isEqualTo("0,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.1.1:443, 9.9.9.9:443|ok [1.1.1.1:443, 9.9.9.9:443]",
                " 8.8.8.8:53;[2620:fe::9]:853 |ok [8.8.8.8:53, [2620:fe::9]:853]",
                "1.1.1.1:443|These are one, and it takes exactly two",
                "''|These are none, and it takes exactly two",
                "1.1.1.1:443 9.9.9.9:443 8.8.8.8:53|These are 3, and it takes exactly two",
                "1.1.1.1:443, 1.1.1.1:53|“1.1.1.1:53” is there twice",
                "1.1.1.1:443, 192.168.1.1:53|“192.168.1.1:53” is no address in the internet",
                "one.one:443, 9.9.9.9:443|“one.one:443” is no address in the internet"
            })
    void twoPlacesInTheInternet(String typed, String expected) {
        assertThat(said(Addresses.REFERENCES.read(typed))).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|ok []",
                "192.168.1.1 fd00::53|ok [192.168.1.1, fd00::53]",
                "router|“router” is no address. Type it like 192.168.1.1",
                "1.1.1.1 1.1.1.2 1.1.1.3 1.1.1.4 1.1.1.5|These are 5, and 4 are the most.",
                "::1, 0:0::1|“0:0::1” is there twice."
            })
    void nameServers(String typed, String expected) {
        assertThat(said(Addresses.RESOLVERS.read(typed))).startsWith(expected);
    }

    @Test
    void longNonsenseIsNotRepeatedInFull() {
        assertThat(said(Addresses.RESOLVERS.read("x".repeat(5_000)))).hasSizeLessThan(200);
    }

    @Test
    void valuesThatContradictOthersAreRefused() {
        assertThat(said(Fields.WATCH.judged(USUAL, 25.0))).contains("which is 20%");
        assertThat(said(Fields.WATCH.judged(USUAL, 20.0))).isEqualTo("ok 20.0");
        assertThat(said(Fields.TAKE_ACTION.judged(USUAL, 4.9))).contains("which is 5%");
        assertThat(said(Fields.OUTCOMES.judged(USUAL, 397.0))).contains("kept for 396 days");
        assertThat(said(Fields.ROLLUPS.judged(USUAL, 13.0))).contains("kept for 14 days");
        assertThat(said(Fields.ROLLUPS.judged(USUAL, 14.0))).isEqualTo("ok 14.0");
    }

    @Test
    void eachFieldReadsWhatItPutAndNothingElseChanges() {
        check(Fields.THEME, "dark");
        check(Fields.LANGUAGE, "de");
        check(Fields.TEXT_SIZE, 150.0);
        check(Fields.CADENCE, 2.5);
        check(Fields.REQUESTS, 0.5);
        check(Fields.INTERNET, false);
        check(Fields.REFERENCES, List.of("8.8.8.8:53", "9.9.9.9:53"));
        check(Fields.RESOLVERS, List.of("192.168.1.1"));
        check(Fields.WATCH, 7.1);
        check(Fields.TAKE_ACTION, 33.3);
        check(Fields.OUTCOMES, 30.0);
        check(Fields.ROLLUPS, 500.0);
        check(Fields.SPACE, 0.5);
        check(Fields.TRAY, true);
    }

    private static <T> void check(Field<T> field, T value) {
        Settings changed = field.put().apply(USUAL, value);
        assertThat(field.get().apply(changed)).as(field.id()).isEqualTo(value);
        T before = field.get().apply(USUAL);
        assertThat(field.put().apply(changed, before)).as(field.id()).isEqualTo(USUAL);
        if (field != Fields.THEME) {
            assertThat(before).as(field.id()).isEqualTo(field.usual());
        }
    }
}
