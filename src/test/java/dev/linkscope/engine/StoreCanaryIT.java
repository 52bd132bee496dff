package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.ConclusionLog;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passwords in the addresses that a real agent asks are not in the history, however it goes. */
@Timeout(90)
class StoreCanaryIT {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CANARIES =
            List.of("anna-canary", "s3cret/canary+1", "key-canary-77");

    @TempDir private Path folder;
    private final FaultServer server = new FaultServer();
    private final LocalFarm local =
            new LocalFarm(
                    OwnAgent.newName(),
                    1,
                    withSecrets(server.url("http", "/")),
                    withSecrets(server.url("camera", "/snapshot")),
                    Duration.ofMillis(250));
    private final Printer printer = local.printers().getFirst();
    private StoreOpened opened;
    private Farm farm;

    @BeforeEach
    void begin() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm = new Farm(LocalFarm.PLAN, (p, _) -> local.link(p), opened.store(), CLOCK, "test");
    }

    @AfterEach
    void end() {
        farm.close();
        opened.store().close();
        local.end();
        server.close();
    }

    private static String withSecrets(String url) {
        String login = CANARIES.get(0) + ":" + encoded(CANARIES.get(1)) + "@";
        return url.replace("://", "://" + login) + "?token=" + CANARIES.get(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void noPasswordOfAnAddressIsInTheHistory() throws Exception {
        farm.add(printer, LinkQuestions.NOBODY);
        awaitCameras(4);
        for (String mode : List.of("redirect_other", "404", "garbage", "reset")) {
            server.set("camera", mode);
            server.set("server", mode);
            awaitCameras(cameras() + 4);
        }
        try (var conclusions = new ConclusionLog(farm, opened.book(), CLOCK)) {
            conclusions.look();
        }
        farm.close();
        opened.store().flush();

        assertThat(files()).isNotEmpty();
        for (Path file : files()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String canary : CANARIES) {
                assertThat(bytes.contains(canary)).as("%s in %s", canary, file).isFalse();
                assertThat(bytes.contains(encoded(canary))).as("%s in %s", canary, file).isFalse();
                String login = CANARIES.get(0) + ":" + CANARIES.get(1);
                assertThat(bytes).doesNotContain(base64(canary)).doesNotContain(base64(login));
            }
        }
        assertThat(Stream.of("404", "reset", "redirect").anyMatch(this::isStored))
                .as("how it went is there, in clear")
                .isTrue();
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isStored(String text) {
        try {
            for (Path file : files()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void awaitCameras(long count) {
        await().atMost(PATIENCE).until(() -> cameras() >= count);
    }

    private long cameras() {
        return farm.snapshot(printer.id()).stream()
                .flatMap(now -> Stream.ofNullable(now.webcam()))
                .flatMap(pane -> pane.trace().slots())
                .filter(Slot::measured)
                .count();
    }
}
