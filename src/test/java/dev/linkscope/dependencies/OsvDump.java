package dev.linkscope.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Known vulnerabilities of Maven's libraries, from a file that its user fetched: {@code
 * https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip}, one JSON each (OSV schema 1.x,
 * {@code affected[]}).
 */
final class OsvDump {
    private final List<JsonNode> entries = new ArrayList<>();

    /** Reads a dump. */
    OsvDump(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    file.stream()
                            .filter(one -> one.getName().endsWith(".json"))
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList()) {
                try (var in = file.getInputStream(entry)) {
                    entries.add(JsonMapper.shared().readTree(in));
                }
            }
        }
    }

    /** How many it holds. */
    int size() {
        return entries.size();
    }

    /** The ids and summaries of what is known of a library. */
    List<String> known(Library library) {
        return entries.stream()
                .filter(entry -> entry.path("withdrawn").isMissingNode())
                .filter(entry -> isAffected(entry.path("affected"), library))
                .map(entry ->
                        entry.path("id").asString("") + " " + entry.path("summary").asString(""))
                .toList();
    }

    private static boolean isAffected(JsonNode affected, Library library) {
        for (JsonNode one : affected) {
            JsonNode thing = one.path("package");
            if (thing.path("ecosystem").asString("").equals("Maven")
                    && thing.path("name").asString("").equals(library.name())
                    && (isListed(one.path("versions"), library)
                            || isInRange(one.path("ranges"), library.version()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListed(JsonNode versions, Library library) {
        for (JsonNode version : versions) {
            if (version.asString("").equals(library.version())) {
                return true;
            }
        }
        return false;
    }

    /** Events come in the order of versions: affected from "introduced" on, until "fixed". */
    private static boolean isInRange(JsonNode ranges, String version) {
        var mine = new MavenVersion(version);
        for (JsonNode range : ranges) {
            boolean affected = false;
            for (JsonNode event : range.path("events")) {
                String from = event.path("introduced").asString("");
                String fixed = event.path("fixed").asString("");
                String last = event.path("last_affected").asString("");
                if (!from.isEmpty() && mine.compareTo(new MavenVersion(from)) >= 0) {
                    affected = true;
                } else if (!fixed.isEmpty() && mine.compareTo(new MavenVersion(fixed)) >= 0) {
                    affected = false;
                } else if (!last.isEmpty() && mine.compareTo(new MavenVersion(last)) > 0) {
                    affected = false;
                }
            }
            if (affected && !range.path("type").asString("").equals("GIT")) {
                return true;
            }
        }
        return false;
    }
}
