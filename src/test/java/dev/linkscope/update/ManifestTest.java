package dev.linkscope.update;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of an announcement has its form, and a slip is named by its member alone. */
class ManifestTest {
    @Test
    void whatIsWholeIsRead() {
        assertThatCode(() -> Manifest.read(ReleaseKey.manifest())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "\"linkscope-release\" | \"another-release\" | about",
                "\"schemaVersion\": 1 | \"schemaVersion\": \"1\" | schemaVersion",
                "\"schemaVersion\": 1 | \"schemaVersion\": 1.5 | schemaVersion",
                "\"2026-11-20T10:00:00Z\" | \"2026-11-20\" | a time",
                "\"2027-05-20T10:00:00Z\" | \"2026-11-20T10:00:00Z\" | until",
                "\"2026-11-19\" | \"2026-11-31\" | a time",
                "\"0.2.0\" | \"newest\" | version",
                "\"0.2.0\" | 2 | version",
                "\"java\": 25 | \"java\": 8 | java",
                "\"java\": 25 | \"java\": 99999999999 | java",
                "https://example.org/linkscope/0.2.0 | http://example.org/ | notes",
                "https://example.org/linkscope/0.2.0 | javascript:alert(1) | notes",
                "https://example.org/linkscope/0.2.0 | https://me:pw@example.org/ | notes",
                "https://example.org/linkscope/download#linux | http://example.org | page",
                "\"linkscope_0.2.0_amd64.deb\" | \"../../evil\" | file",
                "\"linkscope_0.2.0_amd64.deb\" | \"-rf\" | file",
                "\"linkscope_0.2.0_amd64.deb\" | \"a\\u202etxt.deb\" | file",
                "\"aaaaaaaa | \"AAAAAAAA | sha256",
                "\"aaaaaaaa | \"aaaaaaa | sha256",
                "\"linux-x64\" | \"linux\" | platform",
                "\"linux-x64\" | \"windows-x64\" | downloads.platform",
                "\"downloads\": [ | \"downloads\": [7, | downloads",
                "\"issued\" | \"until\" | not JSON",
            })
    void eachSlipIsFound(String text, String slip, String named) {
        assertThatThrownBy(() -> Manifest.read(ReleaseKey.manifest(text, slip)))
                .isInstanceOf(UnreadableManifestException.class)
                .hasMessage(named);
    }

    @Test
    void nothingMayFollow() {
        assertThatThrownBy(() -> Manifest.read(ReleaseKey.manifest("  ]\n}\n", "  ]\n}\n{}\n")))
                .isInstanceOf(UnreadableManifestException.class);
    }
}
