package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.printer.Printer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of printers: CSV, JSON, SSH configuration, Ansible inventory, FDM Monster export.
 * What it reads is untrusted.
 */
public interface PrinterListReader {
    /** Reads nothing. */
    PrinterListReader NONE =
            new PrinterListReader() {
                @Override
                public PrinterList read(Path file) throws UnreadableListException {
                    return read("");
                }

                @Override
                public PrinterList read(String text) throws UnreadableListException {
                    throw new UnreadableListException(Statement.of("list.unknown_kind"));
                }
            };

    /** Kinds of lists. */
    enum Kind {
        CSV,
        JSON,
        SSH_CONFIG,
        ANSIBLE,
        FDM_MONSTER
    }

    /**
     * Reads a file; blocks.
     *
     * @throws UnreadableListException if it is no list of any kind
     */
    PrinterList read(Path file) throws UnreadableListException;

    /**
     * Reads pasted text; whatever is no JSON, INI or YAML is taken as one printer a line.
     *
     * @throws UnreadableListException if it is no list of any kind
     */
    PrinterList read(String text) throws UnreadableListException;

    /**
     * A list.
     *
     * @param kind what it was taken for
     * @param entries in the order of the file
     * @param notes what was passed over in the list as a whole, such as passwords
     */
    record PrinterList(Kind kind, List<Entry> entries, List<Statement> notes) {
        public PrinterList {
            entries = List.copyOf(entries);
            notes = List.copyOf(notes);
        }

        /** A list of which nothing was passed over. */
        public PrinterList(Kind kind, List<Entry> entries) {
            this(kind, entries, List.of());
        }
    }

    /**
     * One entry.
     *
     * @param text what it is called in the list, without secrets
     * @param printer the printer; null if the entry is none. Its id is made of its target, so that
     *     the same target has the same id wherever and whenever it is read
     * @param failure why the entry is none; null if it is one
     */
    record Entry(String text, @Nullable Printer printer, @Nullable Failure failure) {}

    /** The list cannot be read. Messages are for the user; the file's content is in none. */
    final class UnreadableListException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Statement problem;

        /**
         * A list that cannot be read.
         *
         * @param problem what is wrong; its key with {@code .next} says what to do
         */
        public UnreadableListException(Statement problem) {
            super(problem.key());
            this.problem = problem;
        }

        /** What is wrong. */
        public Statement problem() {
            return problem;
        }

        /** What to do. */
        public Statement nextStep() {
            return new Statement(problem.key() + ".next", problem.args());
        }
    }
}
