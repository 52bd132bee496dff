import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies libraries without their native code, and that of this platform beside them: nothing is
 * unpacked to other places when the program runs, and no foreign code is carried along.
 */
final class Natives {
    private static final Pattern CODE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");

    private final Platform platform;

    Natives(Platform platform) {
        this.platform = platform;
    }

    void copy(Path library, Path folder) throws IOException {
        Path target = folder.resolve(library.getFileName().toString());
        try (var zip = new ZipFile(library.toFile())) {
            if (zip.stream().noneMatch(entry -> CODE.matcher(entry.getName()).matches())) {
                Folders.copyFile(library, target);
                return;
            }
            Files.createDirectories(folder);
            try (var out = new ZipOutputStream(Files.newOutputStream(target))) {
                for (ZipEntry entry :
                        zip.stream()
                                .map(ZipEntry.class::cast)
                                .sorted(Comparator.comparing(ZipEntry::getName))
                                .toList()) {
                    place(zip, entry, folder, out);
                }
            }
        }
    }

    private void place(ZipFile zip, ZipEntry entry, Path folder, ZipOutputStream out)
            throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (CODE.matcher(entry.getName()).matches()) {
                if (isOurs(entry.getName())) {
                    Path code = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    Files.copy(in, code);
                }
                return;
            }
            var copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(copy);
            in.transferTo(out);
            out.closeEntry();
        }
    }

    /** JavaFX has jars for each platform, with its code at their top. */
    private boolean isOurs(String name) {
        return !name.contains("/")
                || name.startsWith("org/sqlite/native/" + platform.sqlite() + "/")
                || name.startsWith("com/sun/jna/" + platform.jna() + "/");
    }
}
