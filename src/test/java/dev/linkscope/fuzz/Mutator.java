package dev.linkscope.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes inputs out of others: some bytes changed, words replaced, pieces cut, doubled, joined. */
final class Mutator {
    /** Longest input that is made, in bytes. */
    static final int LONGEST = 128 * 1024;

    private static final int MOST_CHANGES = 6;

    /** Numbers, names and quoted texts of JSON, CSV, logs and lists alike. */
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.){0,80}+\"|[-+]?[A-Za-z0-9_.]{1,40}+");

    /** Values at the edges of what types hold, and texts that mean something to somebody. */
    private static final List<String> EDGES =
            List.of(
                    "0",
                    "-1",
                    "1e999",
                    "-0.0",
                    "1e-999",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "99999999999999999999999999",
                    "2147483648",
                    "0.30000000000000004",
                    "NaN",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "\" \"",
                    "\"=1+1\"",
                    "\"\\u001b[31m\"",
                    "\"\\u202e\"",
                    "\"\\ud800\"",
                    "\"{0}\"",
                    "\"<b>\"",
                    "\"../../x\"",
                    "\"http://[::1%25]:99999/?\"",
                    "\"://\"",
                    "9999-99-99T99:99:99Z",
                    "+999999999-12-31T23:59:59Z",
                    "1970-01-01T00:00:00Z",
                    "PT-1S",
                    "PT2562047788015215H",
                    "\u001b]0;x\u0007",
                    "\u009b31m",
                    "\r\n",
                    "\u0000",
                    "{0,number,#",
                    "'");

    private final RandomGenerator dice;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    Mutator(RandomGenerator dice, List<byte[]> seeds, List<String> words) {
        this.dice = dice;
        this.seeds = seeds;
        this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** The next input. */
    byte[] next() {
        byte[] input = seeds.get(dice.nextInt(seeds.size()));
        int changes = 1 + dice.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            input = changed(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changed(byte[] input) {
        int from = dice.nextInt(input.length + 1);
        int to = Math.min(input.length, from + length(input.length));
        return switch (dice.nextInt(11)) {
            case 0 -> Arrays.copyOf(input, from);
            case 1 -> joined(input, from, new byte[0], to);
            case 2 -> joined(input, from, random(1 + dice.nextInt(8)), to);
            case 3 -> flipped(input);
            case 4 -> joined(input, to, Arrays.copyOfRange(input, from, to), to);
            case 5 -> repeated(input, from, Math.min(to, from + 24));
            case 6 -> {
                byte[] other = seeds.get(dice.nextInt(seeds.size()));
                int start = dice.nextInt(other.length + 1);
                int end = Math.min(other.length, start + length(other.length));
                yield joined(input, from, Arrays.copyOfRange(other, start, end), to);
            }
            case 7 -> {
                byte[] word = words.isEmpty() ? edge() : words.get(dice.nextInt(words.size()));
                yield joined(input, from, word, dice.nextBoolean() ? from : to);
            }
            default -> otherWord(input);
        };
    }

    private byte[] otherWord(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        List<MatchResult> all = WORD.matcher(text).results().limit(2_000).toList();
        if (all.isEmpty()) {
            return edge();
        }
        MatchResult word = all.get(dice.nextInt(all.size()));
        byte[] other = edge();
        if (dice.nextInt(3) == 0) {
            MatchResult instead = all.get(dice.nextInt(all.size()));
            other = Arrays.copyOfRange(input, instead.start(), instead.end());
        }
        return joined(input, word.start(), other, word.end());
    }

    private byte[] edge() {
        return EDGES.get(dice.nextInt(EDGES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] input) {
        byte[] other = input.clone();
        for (int i = dice.nextInt(4); i >= 0 && other.length > 0; i--) {
            other[dice.nextInt(other.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return other;
    }

    /** A piece many times, for what costs more than its length. */
    private byte[] repeated(byte[] input, int from, int to) {
        int times = dice.nextInt(8) == 0 ? LONGEST / Math.max(1, to - from) : dice.nextInt(200);
        var piece = new ByteArrayOutputStream();
        for (int i = 0; i < times && piece.size() < LONGEST; i++) {
            piece.write(input, from, to - from);
        }
        return joined(input, from, piece.toByteArray(), to);
    }

    private int length(int whole) {
        return dice.nextInt(4) == 0 ? dice.nextInt(whole + 1) : dice.nextInt(16);
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] input, int from, byte[] middle, int to) {
        var all = new ByteArrayOutputStream(from + middle.length + input.length - to);
        all.write(input, 0, from);
        all.writeBytes(middle);
        all.write(input, to, input.length - to);
        return all.toByteArray();
    }
}
