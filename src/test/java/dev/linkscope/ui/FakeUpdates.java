package dev.linkscope.ui;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.release.Release;
import dev.linkscope.domain.release.Release.Download;
import dev.linkscope.domain.release.ReleaseVersion;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.support.PlatformName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers as it is told, and counts who asks. */
public final class FakeUpdates implements Updates {
    /** When announcements are written here. */
    public static final Instant ISSUED = FakeSnapshots.NOW.minus(Duration.ofDays(2));

    public volatile Optional<String> place = Optional.of("https://example.org");
    public volatile Answer answer = new Answer.Newer(release("0.2.0"));

    /** While this is not zero, nobody gets an answer. */
    public volatile CountDownLatch held = new CountDownLatch(0);

    /** What had been seen before, by each who asked. */
    public final List<Instant> asked = new CopyOnWriteArrayList<>();

    /** A release for this computer. */
    public static Release release(String version) {
        return new Release(
                ReleaseVersion.of(version).orElseThrow(),
                LocalDate.of(2026, 11, 19),
                new TargetUrl("https://example.org/linkscope/notes"),
                25,
                List.of(
                        new Download(
                                PlatformName.own(),
                                new TargetUrl("https://example.org/linkscope/download"),
                                "linkscope_" + version + "_amd64.deb",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
                ISSUED,
                ISSUED.plus(Duration.ofDays(180)));
    }

    @Override
    public Optional<String> place() {
        return place;
    }

    @Override
    public Answer look(Instant newestSeen) {
        asked.add(newestSeen);
        try {
            if (!held.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("held too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
