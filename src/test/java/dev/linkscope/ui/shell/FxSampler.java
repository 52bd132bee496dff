package dev.linkscope.ui.shell;

import dev.linkscope.ui.FxToolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the window's thread once a millisecond and adds up, in processor time of that thread,
 * how long it was in Linkscope's own code without a pause. What the toolkit does on its behalf,
 * such as drawing a cell it has filled, is the toolkit's.
 */
final class FxSampler {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String OWN = "dev.linkscope.";
    private static final String TESTS = "dev.linkscope.ui.shell.FxSampler";

    private final Thread watched;
    private final Thread sampler;
    private final Map<String, Double> longest = new HashMap<>();
    private final Map<String, Map<String, Integer>> within = new HashMap<>();
    private volatile boolean going = true;
    private volatile double worst;

    /** Begins to look. */
    FxSampler() throws InterruptedException {
        watched = FxToolkit.onFx(Thread::currentThread);
        sampler = Thread.ofPlatform().daemon().name("fx-sampler").unstarted(this::look);
        sampler.start();
    }

    private void look() {
        String running = "";
        long began = 0;
        while (going) {
            StackTraceElement[] stack = watched.getStackTrace();
            String own = own(stack);
            if (!own.isEmpty()) {
                within.computeIfAbsent(own, _ -> new HashMap<>())
                        .merge(innermost(stack), 1, Integer::sum);
            }
            long cpu = THREADS.getThreadCpuTime(watched.threadId());
            if (!own.equals(running)) {
                running = own;
                began = cpu;
            } else if (!own.isEmpty()) {
                double millis = (cpu - began) / 1e6;
                longest.merge(own, millis, Math::max);
                worst = Math.max(worst, millis);
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The outermost frame of Linkscope's own; empty if there is none. */
    private static String own(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(FxSampler::isOwn)
                .reduce((_, next) -> next)
                .map(FxSampler::name)
                .orElse("");
    }

    /** The innermost frame of Linkscope's own. */
    private static String innermost(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(FxSampler::isOwn)
                .findFirst()
                .map(FxSampler::name)
                .orElse("");
    }

    private static boolean isOwn(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith(OWN) && !name.contains("Bench") && !name.startsWith(TESTS);
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName().substring(OWN.length()) + "." + frame.getMethodName();
    }

    /** The longest stay in own code, processor milliseconds. */
    double worst() {
        return worst;
    }

    /** Where it stayed longest, the worst first; after the end. */
    List<String> places() {
        return longest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(8)
                .map(one ->
                        "%s %.1f ms, mostly in %s"
                                .formatted(one.getKey(), one.getValue(), mostly(one.getKey())))
                .toList();
    }

    private String mostly(String own) {
        return within.getOrDefault(own, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(4)
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Looks no more. */
    void end() throws InterruptedException {
        going = false;
        sampler.join();
    }
}
