package dev.linkscope.ui;

import dev.linkscope.ui.common.FxExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the toolkit once for all tests that need it. */
public final class FxToolkit implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        if (!started.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the toolkit did not start");
        }
        Platform.setImplicitExit(false);
    }

    /** Runs work on the window's thread and waits for it. */
    public static <T> T onFx(Callable<T> work) throws InterruptedException {
        return FxExecutor.FX.call(work);
    }

    /** Runs work on the window's thread and waits for it. */
    public static void onFx(Runnable work) throws InterruptedException {
        FxExecutor.FX.call(() -> {
            work.run();
            return null;
        });
    }
}
