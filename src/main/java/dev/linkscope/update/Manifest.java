package dev.linkscope.update;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.release.Release;
import dev.linkscope.domain.release.Release.Download;
import dev.linkscope.domain.release.ReleaseVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The announcement of a release as JSON (src/docs/updates.md). Read only once its signature is
 * good; yet a slip at a release must not reach the window either, so that every value has its form.
 */
final class Manifest {
    /** The version that is read. */
    static final int VERSION = 1;

    /** What the announcement says it is about, so that no other signed text passes for one. */
    static final String ABOUT = "linkscope-release";

    private static final int MOST_DOWNLOADS = 20;
    private static final int LONGEST_ADDRESS = 500;
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 99;
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]{2,12}-[a-z0-9]{2,12}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,99}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Manifest() {}

    /**
     * The release that is announced.
     *
     * @throws UnreadableManifestException if anything of it is missing or has another form; members
     *     that this version does not know are passed over
     */
    static Release read(byte[] json) throws UnreadableManifestException {
        ObjectNode document = document(json);
        if (!text(document, "about").equals(ABOUT)) {
            throw new UnreadableManifestException("about");
        }
        if (number(document, "schemaVersion") != VERSION) {
            throw new UnreadableManifestException("schemaVersion");
        }
        int java = number(document, "java");
        if (java < OLDEST_JAVA || java > NEWEST_JAVA) {
            throw new UnreadableManifestException("java");
        }
        try {
            Instant issued = Instant.parse(text(document, "issued"));
            Instant until = Instant.parse(text(document, "until"));
            if (!issued.isBefore(until)) {
                throw new UnreadableManifestException("until");
            }
            return new Release(
                    ReleaseVersion.of(text(document, "version"))
                            .orElseThrow(() -> new UnreadableManifestException("version")),
                    LocalDate.parse(text(document, "released")),
                    page(document, "notes"),
                    java,
                    downloads(document),
                    issued,
                    until);
        } catch (DateTimeException e) {
            throw new UnreadableManifestException("a time");
        }
    }

    private static ObjectNode document(byte[] json) throws UnreadableManifestException {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode document) {
                return document;
            }
        } catch (JacksonException e) {
            // Its message quotes what came.
            throw new UnreadableManifestException("not JSON");
        }
        throw new UnreadableManifestException("not a JSON object");
    }

    private static List<Download> downloads(ObjectNode document)
            throws UnreadableManifestException {
        if (!(document.get("downloads") instanceof ArrayNode list)
                || list.size() > MOST_DOWNLOADS) {
            throw new UnreadableManifestException("downloads");
        }
        var downloads = new ArrayList<Download>();
        Set<String> platforms = new HashSet<>();
        for (JsonNode entry : list) {
            if (!(entry instanceof ObjectNode one)) {
                throw new UnreadableManifestException("downloads");
            }
            String platform = text(one, "platform", PLATFORM);
            if (!platforms.add(platform)) {
                throw new UnreadableManifestException("downloads.platform");
            }
            downloads.add(
                    new Download(
                            platform,
                            page(one, "page"),
                            text(one, "file", FILE),
                            text(one, "sha256", SHA_256)));
        }
        return downloads;
    }

    /** An address for the browser: HTTPS, and nobody's login in it. */
    private static TargetUrl page(ObjectNode node, String member)
            throws UnreadableManifestException {
        String address = text(node, member);
        HttpUrl parsed = address.length() > LONGEST_ADDRESS ? null : HttpUrl.parse(address);
        if (parsed == null
                || !parsed.isHttps()
                || !parsed.username().isEmpty()
                || !parsed.password().isEmpty()) {
            throw new UnreadableManifestException(member);
        }
        // As it was understood here, so that the browser cannot understand it otherwise.
        return new TargetUrl(parsed.toString());
    }

    private static String text(ObjectNode node, String member, Pattern form)
            throws UnreadableManifestException {
        String text = text(node, member);
        if (!form.matcher(text).matches()) {
            throw new UnreadableManifestException(member);
        }
        return text;
    }

    private static String text(ObjectNode node, String member) throws UnreadableManifestException {
        JsonNode value = node.get(member);
        if (value == null || !value.isString()) {
            throw new UnreadableManifestException(member);
        }
        return value.stringValue();
    }

    private static int number(ObjectNode node, String member) throws UnreadableManifestException {
        JsonNode value = node.get(member);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new UnreadableManifestException(member);
        }
        return value.intValue();
    }
}
