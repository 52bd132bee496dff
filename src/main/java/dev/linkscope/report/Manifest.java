package dev.linkscope.report;

import dev.linkscope.domain.report.Report;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was put beside one another: names, sizes and hashes. Hashes show damage, not forgery: who
 * changes a file can change the list as well.
 *
 * @param toolVersion version of the program that wrote the files
 * @param reportId id of the report, such as {@code LS-7QK4-22N}
 * @param made when the report was made
 * @param files every file but the list itself
 */
public record Manifest(String toolVersion, String reportId, Instant made, List<Entry> files) {
    /** Name of the list among the files. */
    public static final String NAME = "manifest.json";

    /** Version of the list's form. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = StableJson.MAPPER;

    private static final int MAX_FILES = 2000;

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param name of the file
     * @param bytes its length
     * @param sha256 hash of its content in hexadecimal, lower case (FIPS 180-4)
     */
    public record Entry(String name, int bytes, String sha256) {
        /** The entry of a file with that content. */
        public static Entry of(String name, byte[] content) {
            return new Entry(
                    name, content.length, HexFormat.of().formatHex(Manifest.sha256(content)));
        }
    }

    /**
     * What is wrong with files.
     *
     * @param damaged names of those whose content is another
     * @param missing names of those that are not there
     * @param unlisted names of those that the list does not know
     */
    public record Differences(Set<String> damaged, Set<String> missing, Set<String> unlisted) {
        /** Whether that file is neither damaged nor missing. */
        public boolean whole(String name) {
            return !damaged.contains(name) && !missing.contains(name);
        }
    }

    /** The list as JSON in UTF-8. */
    public byte[] write() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("manifestVersion", VERSION);
        node.putObject("tool").put("name", "linkscope").put("version", toolVersion);
        node.put("reportSchemaVersion", Report.SCHEMA_VERSION);
        node.put("reportId", reportId);
        node.put("generatedAt", made.toString());
        var list = node.putArray("files");
        for (Entry file : files) {
            list.addObject()
                    .put("name", file.name())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        return MAPPER.writeValueAsBytes(node);
    }

    /** The list in these bytes; null if they are none. */
    public static @Nullable Manifest read(byte[] json) {
        try {
            var node = new Fields(MAPPER.readTree(json), "");
            List<Entry> files = new ArrayList<>();
            for (Fields file : node.list("files")) {
                files.add(new Entry(file.text("name"), file.count("bytes"), file.text("sha256")));
            }
            return files.size() > MAX_FILES
                    ? null
                    : new Manifest(
                            node.object("tool").text("version"),
                            node.text("reportId"),
                            node.time("generatedAt"),
                            files);
        } catch (JacksonException | Fields.WrongFieldException e) {
            return null;
        }
    }

    /**
     * Compares files with the list.
     *
     * @param found content by name, without the list itself; null where it cannot be read
     */
    public Differences compare(Map<String, byte @Nullable []> found) {
        Set<String> damaged = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        Set<String> unlisted = new TreeSet<>(found.keySet());
        for (Entry file : files) {
            unlisted.remove(file.name());
            if (!found.containsKey(file.name())) {
                missing.add(file.name());
                continue;
            }
            byte[] content = found.get(file.name());
            if (content == null || !Entry.of(file.name(), content).equals(file)) {
                damaged.add(file.name());
            }
        }
        return new Differences(damaged, missing, unlisted);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
