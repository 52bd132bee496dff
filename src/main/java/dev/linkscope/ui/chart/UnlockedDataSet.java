package dev.linkscope.ui.chart;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleErrorDataSet;
import java.util.function.Supplier;

/**
 * A data set without a lock, written and read on the window's thread alone.
 *
 * <p>ChartFX read-locks the data of a chart from the moment it enters a scene until the end of the
 * next pulse; a write on the same thread in between would wait for itself for ever.
 */
// ChartFX's own lock() narrows a generic method in an unchecked way; so must whatever overrides it.
@SuppressWarnings("unchecked")
final class UnlockedDataSet extends DoubleErrorDataSet {
    private static final long serialVersionUID = 1L;

    UnlockedDataSet(String name) {
        super(name);
    }

    @Override
    public DataSetLock<? extends DataSet> lock() {
        return new NoLock<>(this);
    }

    private record NoLock<D extends DataSet>(D data) implements DataSetLock<D> {
        private static final long serialVersionUID = 1L;

        @Override
        public D readLock() {
            return data;
        }

        @Override
        public D readUnLock() {
            return data;
        }

        @Override
        public D writeLock() {
            return data;
        }

        @Override
        public D writeUnLock() {
            return data;
        }

        @Override
        public D readLockGuard(Runnable reading) {
            reading.run();
            return data;
        }

        @Override
        public <R> R readLockGuard(Supplier<R> reading) {
            return reading.get();
        }

        @Override
        public D readLockGuardOptimistic(Runnable reading) {
            reading.run();
            return data;
        }

        @Override
        public <R> R readLockGuardOptimistic(Supplier<R> reading) {
            return reading.get();
        }

        @Override
        public D writeLockGuard(Runnable writing) {
            writing.run();
            return data;
        }

        @Override
        public <R> R writeLockGuard(Supplier<R> writing) {
            return writing.get();
        }
    }
}
