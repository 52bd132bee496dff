import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * Lets the program run once and keeps which classes it loaded, linked and ran (JEP 483, 514, 515).
 * It runs by the image's own launcher, so with the very flags of later runs.
 */
final class AotCache {
    private static final String DIAGNOSIS = "diagnose,local,--for,5s,--json,-";

    private final Path image;
    private final Release.Flavour flavour;

    AotCache(Path image, Release.Flavour flavour) {
        this.image = image;
        this.flavour = flavour;
    }

    void train() throws IOException, InterruptedException {
        Path cache = image.resolve("lib/app/linkscope.aot");
        Path home = Files.createTempDirectory("linkscope-rehearsal");
        boolean withWindow = flavour == Release.Flavour.DESKTOP;
        try (Screen screen = Screen.open()) {
            String options =
                    // Both compilers at work: what is learned of hot code serves either.
                    "-XX:TieredStopAtLevel=4 -XX:AOTCacheOutput=" + cache
                            + " -Dlinkscope.start=end -Dlinkscope.rehearsal="
                            + (withWindow ? DIAGNOSIS + ";demo" : DIAGNOSIS);
            var environment = new HashMap<>(screen.environment());
            environment.put("LINKSCOPE_HOME", home.toString());
            environment.put("LINKSCOPE_JAVA_OPTIONS", options + " " + screen.javaOptions());
            Tool.run(List.of(image.resolve("bin/linkscope").toString()), environment);
        } finally {
            Folders.delete(home);
        }
        if (!Files.exists(cache)) {
            throw new IOException("the rehearsal left no " + cache);
        }
        System.out.printf("cache %.1f MB%n", Files.size(cache) / 1e6);
    }
}
