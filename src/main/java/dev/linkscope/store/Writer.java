package dev.linkscope.store;

import dev.linkscope.support.NamedThreads;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes, for all sessions. An error keeps what could not be written at the
 * head of the queue and tries again; it never ends the thread.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final WriteQueue queue;
    private final GroupCommit commits;
    private final List<Chore> chores;
    private final Thread thread = NamedThreads.platform("history-writer", this::work);
    private volatile @Nullable Trouble trouble;
    private final Database database;

    /**
     * The writer of a queue to a database.
     *
     * @param chores what to do between groups, the most important first
     */
    Writer(WriteQueue queue, GroupCommit commits, List<Chore> chores, Database database) {
        this.queue = queue;
        this.commits = commits;
        this.chores = List.copyOf(chores);
        this.database = database;
    }

    void start() {
        thread.start();
    }

    /** What keeps results from being saved; null while all is well. */
    @Nullable Trouble trouble() {
        return trouble;
    }

    /** Writes what waits, once more if it failed, and ends. */
    void finish() {
        queue.close();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                List<Write> group = queue.nextGroup(hasChore() ? Duration.ZERO : IDLE);
                boolean last = queue.closed();
                if (!group.isEmpty()) {
                    if (!write(group) && last) {
                        break;
                    }
                } else if (last) {
                    break;
                }
                chore();
            }
        } catch (InterruptedException _) {
            LOG.warn("The history writer was interrupted");
        } finally {
            int left = queue.abandon();
            if (left > 0) {
                LOG.warn("{} results could not be saved before closing", left);
            }
        }
    }

    private boolean write(List<Write> group) throws InterruptedException {
        try {
            commits.commit(group);
            queue.written(group.size());
            over();
            return true;
        } catch (SQLException e) {
            Trouble found = database.trouble(e);
            tell(found, e);
            if (found.mayPass()) {
                queue.failed(PAUSE);
                return false;
            }
        } catch (RuntimeException e) {
            tell(Trouble.MISTAKE, e);
        }
        return writeSingly(group);
    }

    /** A group that cannot be written as a whole: leaves out the part that is at fault. */
    private boolean writeSingly(List<Write> group) throws InterruptedException {
        for (Write write : group) {
            try {
                commits.commit(List.of(write));
            } catch (SQLException e) {
                if (database.trouble(e).mayPass()) {
                    tell(database.trouble(e), e);
                    queue.failed(PAUSE);
                    return false;
                }
                LOG.error("Left out {} results that cannot be saved", write.weight(), e);
            } catch (RuntimeException e) {
                LOG.error("Left out {} results that cannot be saved", write.weight(), e);
            }
            queue.written(1);
        }
        return true;
    }

    private boolean hasChore() {
        return chores.stream().anyMatch(Chore::hasWork);
    }

    /** One step of the most important chore; without any, each may look for some. */
    private void chore() {
        for (Chore chore : chores) {
            boolean work = chore.hasWork();
            try {
                chore.step();
            } catch (SQLException e) {
                LOG.warn("The history could not be tidied up now", e);
                if (database.trouble(e) == Trouble.DAMAGED) {
                    tell(Trouble.DAMAGED, e);
                }
            } catch (RuntimeException e) {
                LOG.warn("The history could not be tidied up", e);
            }
            if (work) {
                return;
            }
        }
    }

    private void tell(Trouble found, Exception error) {
        if (trouble != found) {
            LOG.warn("Results cannot be saved: {}", found, error);
        }
        if (found == Trouble.DAMAGED) {
            database.noteDamage();
        }
        trouble = found;
    }

    private void over() {
        if (trouble != null) {
            LOG.info("Results are being saved again");
            trouble = null;
        }
    }
}
