package dev.linkscope.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a damaged file is called once it is moved aside: {@code settings.broken-TIME.json}. */
public final class BrokenName {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BrokenName() {}

    /** A name beside the file that is not taken, with the moment in UTC. */
    public static Path of(Path file, Instant now) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)) + ".broken-" + STAMP.format(now);
        String ending = dot < 0 ? "" : name.substring(dot);
        Path free = file.resolveSibling(stem + ending);
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(stem + "-" + i + ending);
        }
        return free;
    }
}
