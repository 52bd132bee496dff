package dev.linkscope.dependencies;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library on the class path of this run, tests' own included.
 *
 * @param name group and artifact, with a colon between
 * @param version its version
 */
record Library(String name, String version) {
    /** Where Maven keeps it: GROUP/IN/FOLDERS/ARTIFACT/VERSION/ARTIFACT-VERSION.jar. */
    private static final Pattern KEPT =
            Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    /** All of them. */
    static List<Library> all() {
        // Surefire puts a jar in place of the class path, which may be too long for a platform.
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        var all = new ArrayList<Library>();
        for (String one : path.split(Pattern.quote(File.pathSeparator), -1)) {
            Matcher kept = KEPT.matcher(one.replace(File.separatorChar, '/'));
            if (kept.matches()) {
                all.add(
                        new Library(
                                kept.group(1).replace('/', '.') + ":" + kept.group(2),
                                kept.group(3)));
            }
        }
        return all;
    }
}
