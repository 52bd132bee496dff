package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.i18n.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Lines of a file are sorted, and one that comes twice counts once and is reported. */
class CsvOrderTest {
    private static final TraceReader.Request REQUEST =
            new TraceReader.Request("server", null, Duration.ofSeconds(10));

    private static RecordedTrace read(List<String> lines) throws Exception {
        Path file = Files.createTempFile("order", ".csv");
        try {
            Files.write(file, lines);
            return new CsvTraceReader(Messages.in(Locale.ENGLISH, ZoneOffset.UTC))
                    .read(file, REQUEST);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 100)
    void orderAndDoublesChangeNothing(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 2) Integer> states,
            @ForAll @IntRange(max = 20) int doubles,
            @ForAll @LongRange long seed)
            throws Exception {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        // Far in the future of any reader.
        long begin = 7_258_118_400L;
        for (int i = 0; i < states.size(); i++) {
            String ok = List.of("1", "0", "").get(states.get(i));
            lines.add(begin + 10L * i + "," + ok);
        }
        RecordedTrace sorted = read(lines);
        assertThat(sorted.duplicates()).isZero();
        List<String> mixed = new ArrayList<>(lines);
        for (int i = 0; i < doubles; i++) {
            mixed.add(lines.get(random.nextInt(lines.size())));
        }
        Collections.shuffle(mixed, random);
        RecordedTrace read = read(mixed);
        assertThat(read.trace()).isEqualTo(sorted.trace());
        assertThat(read.duplicates()).isEqualTo(doubles);
        assertThat(read.trace().segments().getFirst().start().getEpochSecond()).isEqualTo(begin);
    }
}
