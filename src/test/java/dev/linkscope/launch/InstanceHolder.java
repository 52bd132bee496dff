package dev.linkscope.launch;

import dev.linkscope.ui.desktop.Request;
import java.nio.file.Path;

/** A process that holds a data folder, for tests that kill it: prints what it is asked for. */
final class InstanceHolder {
    private InstanceHolder() {}

    /** Holds the folder until its standard input ends. */
    public static void main(String[] args) throws Exception {
        var claimed = SingleInstance.claim(Path.of(args[0]));
        if (claimed.isEmpty()) {
            System.out.println("taken by another");
            boolean answered = SingleInstance.ask(Path.of(args[0]), new Request.Show());
            System.out.println(answered ? "handed over" : "no answer");
            return;
        }
        try (SingleInstance instance = claimed.get()) {
            instance.serve(request -> System.out.println("asked " + request));
            System.out.println("holding " + instance.socket());
            while (System.in.read() >= 0) {
                // Until the test closes the stream, or kills the process.
                continue;
            }
        }
    }
}
