package dev.linkscope.domain.release;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The newest release, as its makers announce it.
 *
 * @param version its version
 * @param released the day it came out
 * @param notes page that says what is new
 * @param java oldest Java that it runs on, such as 25, where it comes without one of its own
 * @param downloads where it is to be had, at most one for each platform
 * @param issued when the announcement was written; a later one replaces it
 * @param until from here on the announcement says nothing any more
 */
public record Release(
        ReleaseVersion version,
        LocalDate released,
        TargetUrl notes,
        int java,
        List<Download> downloads,
        Instant issued,
        Instant until) {
    public Release {
        downloads = List.copyOf(downloads);
    }

    /**
     * Where it is to be had for one platform.
     *
     * @param platform such as {@code linux-x64}
     * @param page page for people, from which the file is downloaded
     * @param file name of the file
     * @param sha256 its checksum, 64 hexadecimal digits in lower case
     */
    public record Download(String platform, TargetUrl page, String file, String sha256) {}

    /** Where it is to be had for a platform; empty if it is not made for that. */
    public Optional<Download> download(String platform) {
        return downloads.stream().filter(one -> one.platform().equals(platform)).findFirst();
    }
}
