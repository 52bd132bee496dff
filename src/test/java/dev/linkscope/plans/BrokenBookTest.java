package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen in the data is found when the program is built, not when somebody needs it. */
class BrokenBookTest {
    private static final String PLANS =
            """
            {"steps": {
               "a": {"kind": "by_hand", "experiment": true, "drawing": "d", "sources": ["s"]},
               "h": {"kind": "human", "sources": ["s"]}},
             "plans": [
               {"id": "p", "pane": "server", "causes": ["c"], "steps": ["a", "h"]}]}
            """;

    private static final String DRAWINGS =
            """
            {"d": {"viewBox": [10, 5], "altKey": "k",
                   "shapes": [{"role": "line", "path": "M1 1L2 2Z"}]}}
            """;

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aGoodBookIsRead() {
        var book = new PlanBook(file(PLANS), file(DRAWINGS));
        assertThat(book.all()).hasSize(1);
        assertThat(book.drawing("d").orElseThrow().height()).isEqualTo(5);
        assertThat(book.plan("p").orElseThrow().step("a").orElseThrow().experiment()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"by_hand\" | \"kind\": \"by_foot\" | by_foot",
                "\"kind\": \"by_hand\" | \"kind\": \"on_the_pi\" | action",
                "\"experiment\" | \"experimnet\" | experimnet",
                "true | \"yes\" | experiment",
                "\"sources\": [\"s\"]}, | \"sources\": []}, | sources",
                "\"drawing\": \"d\" | \"drawing\": \"e\" | no drawing e",
                "[\"a\", \"h\"] | [\"a\", \"b\", \"h\"] | b is no step",
                "[\"a\", \"h\"] | [\"a\", \"a\", \"h\"] | a is no step",
                "[\"a\", \"h\"] | [\"h\", \"a\"] | end with help",
                "[\"a\", \"h\"] | [\"h\"] | [a]",
                "[\"c\"] | [\"c\", \"c\"] | c has two plans",
                "[\"c\"] | [7] | causes",
                "\"pane\": \"server\" | \"pane\": \"window\" | window",
                "\"id\": \"p\" | \"id\": \" \" | id",
                "\"h\": { | \"a\": { | plans.json",
                "\"plans\": | \"plan\": | plan",
                "{\"steps\" | [\"steps\" | plans.json",
            })
    void aWrongBookIsRefused(String right, String wrong, String told) {
        String broken = PLANS.replace(right, wrong);
        assertThat(broken).isNotEqualTo(PLANS);
        assertThatThrownBy(() -> new PlanBook(file(broken), file(DRAWINGS)))
                .isInstanceOf(BrokenBookException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[10, 5] | [10] | viewBox",
                "[10, 5] | [10, 0] | viewBox",
                "\"line\" | \"lines\" | lines",
                "M1 1L2 2Z | <svg> | path",
                "\"altKey\" | \"alt\" | alt",
            })
    void aWrongDrawingIsRefused(String right, String wrong, String told) {
        String broken = DRAWINGS.replace(right, wrong);
        assertThat(broken).isNotEqualTo(DRAWINGS);
        assertThatThrownBy(() -> new PlanBook(file(PLANS), file(broken)))
                .isInstanceOf(BrokenBookException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aMissingBookIsTold() {
        assertThatThrownBy(() -> new PlanBook(null, file(DRAWINGS)))
                .isInstanceOf(BrokenBookException.class)
                .hasMessageContaining("plans.json");
    }
}
