package dev.linkscope.ui.leak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives in this process after a collection: objects of the window, the toolkit and the charts
 * by class, all threads, and the heap in bytes.
 */
record LiveObjects(Map<String, Long> counts, int threads, long heap) {
    private static final List<String> WATCHED =
            List.of(
                    "dev.linkscope.ui.",
                    "javafx.scene.",
                    "javafx.stage.",
                    "javafx.animation.",
                    "com.sun.javafx.sg.",
                    "com.sun.glass.ui.headless.",
                    "io.fair_acc.");

    /** So many more of a class are no growth. */
    private static final long SHOWN = 30;

    /**
     * Bounded by something else: readings by the last minute, fonts by the toolkit's cache of
     * styles, which fills as pseudo-classes meet.
     */
    private static final Set<String> BOUNDED =
            Set.of("dev.linkscope.ui.farm.FarmPulse$Reading", "javafx.scene.text.Font");

    /** Collects, and counts. */
    static LiveObjects now() throws JMException {
        letCachesGo();
        // What has an end of its own to do is gone after the second collection only.
        System.gc();
        Map<String, Long> counts = histogram();
        Runtime runtime = Runtime.getRuntime();
        return new LiveObjects(
                counts,
                Thread.getAllStackTraces().size(),
                runtime.totalMemory() - runtime.freeMemory());
    }

    /**
     * The toolkit keeps the images of its shadows in soft references, which give way where memory
     * is short. Before it says that there is none left, the virtual machine clears them all
     * (java.lang.ref.SoftReference).
     */
    private static void letCachesGo() {
        try {
            var tooMuch = new long[Integer.MAX_VALUE - Byte.SIZE];
            throw new IllegalStateException(tooMuch.length + " numbers have room in this heap");
        } catch (OutOfMemoryError _) {
            System.gc();
        }
    }

    /** {@code GC.class_histogram} of the virtual machine: objects that can be reached, by class. */
    private static Map<String, Long> histogram() throws JMException {
        String text =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "gcClassHistogram",
                                        new Object[] {new String[0]},
                                        new String[] {String[].class.getName()});
        Map<String, Long> counts = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 4 && WATCHED.stream().anyMatch(words[3]::startsWith)) {
                counts.merge(words[3], Long.parseLong(words[1]), Long::sum);
            }
        }
        return counts;
    }

    /** Nodes of all scenes, shown or not. */
    long total(String prefix) {
        return counts.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Classes of which there are more than there were: by more than what is shown just now and what
     * pools hold, and by more than a tenth.
     */
    List<String> grown(LiveObjects before) {
        var grown = new ArrayList<String>();
        counts.forEach((name, count) -> {
            long was = before.counts.getOrDefault(name, 0L);
            if (count - was > Math.max(SHOWN, was / 10) && !BOUNDED.contains(name)) {
                grown.add(name + ": " + was + " → " + count);
            }
        });
        grown.sort(null);
        return grown;
    }
}
