package dev.linkscope.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.10.1, 1.11.0, true",
        "1.9, 1.10, true",
        "1.11.0, 1.10.1, false",
        "2.0, 1.99.99, false",
        "1.11.0, 1.11.0, false",
        // A part that is left out is 0.
        "1.11, 1.11.0, false",
        "1.11, 1.11.1, true",
        "1.11.1, 1.11, false",
        // Only the digits that a part begins with count.
        "1.8.0rc2, 1.8.1, true",
        "1.8.1rc2, 1.8.0, false",
        "1.rc.2, 1.1, true",
        // A part of more than six digits is no number of a version.
        "1.999999, 2.0, true",
        "1.1000000, 1.1, true",
        "1.999999, 1.1, false",
        // What does not begin with a digit is unknown, which is not older.
        "unknown, 1.0, false",
        "'', 1.0, false",
        "v1.0, 2.0, false",
    })
    void isOlderByItsNumbers(String version, String other, boolean older) {
        assertThat(Version.before(version, other)).isEqualTo(older);
    }
}
