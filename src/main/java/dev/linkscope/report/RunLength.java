package dev.linkscope.report;

import java.util.NoSuchElementException;

/** Run-length code of letters: count and letter, such as {@code 120o3x5.}. */
final class RunLength {
    private RunLength() {}

    /** Writes the code. */
    static final class Writer {
        private final StringBuilder code = new StringBuilder();
        private char letter;
        private long count;

        void add(char next, long times) {
            if (times > 0 && next != letter) {
                flush();
                letter = next;
            }
            count += times;
        }

        private void flush() {
            if (count > 0) {
                code.append(count).append(letter);
            }
            count = 0;
        }

        /** Ends the last run. */
        String code() {
            flush();
            return code.toString();
        }
    }

    /** Reads the code letter by letter. */
    static final class Reader {
        private final String code;
        private int at;
        private long left;
        private char letter;

        Reader(String code) {
            this.code = code;
        }

        boolean hasNext() {
            return left > 0 || at < code.length();
        }

        /**
         * The next letter.
         *
         * @throws NoSuchElementException if there is none, or the code is broken there
         */
        char next() {
            if (left == 0) {
                left = nextRun();
            }
            left--;
            return letter;
        }

        /** Letters of the next run, which {@code letter} then holds. */
        private long nextRun() {
            long count = 0;
            while (at < code.length() && code.charAt(at) >= '0' && code.charAt(at) <= '9') {
                count = count * 10 + (code.charAt(at++) - '0');
                if (count > Integer.MAX_VALUE) {
                    throw new NoSuchElementException();
                }
            }
            if (count == 0 || at == code.length()) {
                throw new NoSuchElementException();
            }
            letter = code.charAt(at++);
            return count;
        }
    }

    /**
     * How many letters the code stands for.
     *
     * @throws NoSuchElementException if it is broken
     */
    static long length(String code) {
        var reader = new Reader(code);
        long total = 0;
        while (reader.at < code.length()) {
            total += reader.nextRun();
        }
        return total;
    }
}
