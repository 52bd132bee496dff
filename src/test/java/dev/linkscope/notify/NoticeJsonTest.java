package dev.linkscope.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Notifier.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticeJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void hasWhatNtfyTakesAndOurOwn() {
        JsonNode json = MAPPER.readTree(NoticeJson.of(Notices.opened("T", "M"), "farm"));
        assertThat(json.get("topic").asString()).isEqualTo("farm");
        assertThat(json.get("title").asString()).isEqualTo("T");
        assertThat(json.get("message").asString()).isEqualTo("M");
        assertThat(json.get("priority").asInt()).isEqualTo(4);
        assertThat(json.get("tags").get(0).asString()).isEqualTo("rotating_light");
        JsonNode own = json.get("linkscope");
        assertThat(own.get("event").asString()).isEqualTo("opened");
        assertThat(own.get("incident").get("kind").asString()).isEqualTo("server");
        assertThat(own.get("incident").get("ended").isNull()).isTrue();
        assertThat(own.get("incident").get("printerCount").asInt()).isEqualTo(1);
    }

    @Test
    void staysSmallAndOfOneLineWhateverItIsGiven() {
        String wild = "a\u0007b\r\nX-Evil: 1\u202e" + "é😀".repeat(5_000);
        byte[] bytes = NoticeJson.of(Notices.of(Change.RECOVERED, wild, wild, 1_000), "farm");
        // ntfy takes twice its limit of 4,096 bytes a message as JSON.
        assertThat(bytes).hasSizeLessThan(8_192);
        JsonNode json = MAPPER.readTree(bytes);
        assertThat(json.get("title").asString()).startsWith("a b X-Evil: 1 é").endsWith("…");
        assertThat(json.get("message").asString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(4_096);
        assertThat(json.get("linkscope").get("incident").get("printers").size()).isEqualTo(50);
        assertThat(json.get("linkscope").get("incident").get("printerCount").asInt())
                .isEqualTo(1_000);
    }

    /** The schema in the documentation names every member that is sent, and no other. */
    @Test
    void isWhatTheDocumentationSays() throws Exception {
        String page = Files.readString(Path.of("src/docs/notifications.md"));
        int from = page.indexOf("```json schema") + "```json schema".length();
        JsonNode schema = MAPPER.readTree(page.substring(from, page.indexOf("```", from)));
        JsonNode json = MAPPER.readTree(NoticeJson.of(Notices.opened("T", "M"), "farm"));
        same(json, schema);
        same(json.get("linkscope"), schema.get("properties").get("linkscope"));
        same(
                json.get("linkscope").get("incident"),
                schema.get("properties").get("linkscope").get("properties").get("incident"));
    }

    private static void same(JsonNode json, JsonNode schema) {
        List<String> named = new ArrayList<>(schema.get("properties").propertyNames());
        assertThat(json.propertyNames()).containsExactlyInAnyOrderElementsOf(named);
    }
}
