package dev.linkscope.fuzz;

import com.sun.management.ThreadMXBean;
import dev.linkscope.support.NamedThreads;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reader its corpus, then changed inputs, and fails at the first that it does not take
 * well: any exception, more than 2 s of processor time, more memory than allowed. A corpus is
 * {@code src/test/resources/fuzz/READER}; an input that broke something is kept in {@code
 * target/fuzz/READER}, and joins the corpus once it is mended.
 *
 * <p>Usually the same inputs, for a second. With {@code -Dlinkscope.fuzz.seconds=N} others each
 * time, for as long.
 */
public final class Fuzzing {
    private static final String SECONDS = "linkscope.fuzz.seconds";
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String reader;
    private final List<byte[]> seeds;
    private List<String> words = List.of();
    private long memory = 64L << 20;

    private Fuzzing(String reader) {
        this.reader = reader;
        this.seeds = new ArrayList<>(Corpus.below("fuzz/" + reader));
    }

    /** A reader under test. */
    @FunctionalInterface
    public interface Reader {
        /** Reads an input and checks the result; whatever is thrown is a find. */
        void read(byte[] input) throws Exception;
    }

    /** Fuzzing with the corpus of this name. */
    public static Fuzzing of(String reader) {
        return new Fuzzing(reader);
    }

    /** Begins with these resources too: a file or a folder. */
    public Fuzzing with(String resources) {
        seeds.addAll(Corpus.below(resources));
        return this;
    }

    /** Begins with this input too. */
    public Fuzzing with(byte[] seed) {
        seeds.add(seed);
        return this;
    }

    /** Puts these in, as what means something to the reader. */
    public Fuzzing words(String... meaning) {
        words = List.of(meaning);
        return this;
    }

    /** Most that one input may allocate, whether it is kept or not; usually 64 MiB. */
    public Fuzzing memory(long bytes) {
        memory = bytes;
        return this;
    }

    /** Reads and reads. */
    public void run(Reader under) throws InterruptedException {
        var work = new Work(under);
        Thread thread = NamedThreads.platform("fuzz-" + reader, work);
        thread.start();
        while (!thread.join(PATIENCE)) {
            if (work.sinceNanos() > PATIENCE.toNanos()) {
                byte[] input = work.input;
                throw new AssertionError(
                        "reads for ever: %s%n%s"
                                .formatted(
                                        Corpus.keep(reader, input),
                                        Arrays.toString(thread.getStackTrace())));
            }
        }
        AssertionError find = work.find.get();
        if (find != null) {
            throw find;
        }
    }

    private final class Work implements Runnable {
        private final Reader under;
        private final AtomicReference<@Nullable AssertionError> find = new AtomicReference<>();
        private volatile byte[] input = new byte[0];
        private volatile long begun = System.nanoTime();

        Work(Reader under) {
            this.under = under;
        }

        long sinceNanos() {
            return System.nanoTime() - begun;
        }

        @Override
        public void run() {
            Integer asked = Integer.getInteger(SECONDS);
            long seed = asked == null ? 20261123L : new Random().nextLong();
            long until = System.nanoTime() + (asked == null ? 1L : asked) * 1_000_000_000L;
            try {
                seeds.forEach(this::take);
                var mutator = new Mutator(new Random(seed), seeds, words);
                while (System.nanoTime() < until) {
                    take(mutator.next());
                }
            } catch (AssertionError e) {
                find.set(e);
            }
        }

        private void take(byte[] next) {
            input = next;
            begun = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            try {
                under.read(next.clone());
            } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
                throw broken(next, String.valueOf(e), e);
            }
            long nanos = THREADS.getCurrentThreadCpuTime() - cpu;
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (nanos > LONGEST_NANOS) {
                throw broken(next, "took " + nanos / 1_000_000 + " ms", null);
            }
            if (bytes > memory) {
                throw broken(next, "allocated " + (bytes >> 20) + " MiB", null);
            }
        }

        private AssertionError broken(byte[] next, String why, @Nullable Throwable cause) {
            Path kept = Corpus.keep(reader, next);
            String start =
                    new String(next, 0, Math.min(next.length, 400), StandardCharsets.ISO_8859_1);
            return new AssertionError(
                    "%s: %s%n%s, %d bytes, begins: %s"
                            .formatted(reader, why, kept, next.length, start),
                    cause);
        }
    }
}
