package dev.linkscope.launch;

import dev.linkscope.ui.desktop.DeepLink;
import picocli.CommandLine;

/** Starts Linkscope: the window without arguments, else the command line. */
public final class Main {
    private Main() {}

    /** Runs the program and exits with its code ({@link ExitCode}). */
    public static void main(String[] args) {
        // Pages of reports are drawn without the window system, which would get into JavaFX's way.
        System.setProperty("java.awt.headless", "true");
        String rehearsal = Rehearsal.asked();
        if (rehearsal != null) {
            Logging.ofCommandLine();
            System.exit(Rehearsal.run(rehearsal));
        }
        if (args.length == 0) {
            System.exit(Launcher.window());
        }
        if (args.length == 1 && DeepLink.claims(args[0])) {
            System.exit(Launcher.link(args[0]));
        }
        Logging.ofCommandLine();
        System.exit(commandLine().execute(args));
    }

    /** The command line, as the program and its tests run it. */
    static CommandLine commandLine() {
        return new CommandLine(new LinkscopeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandFailures::wrongUsage)
                .setExecutionExceptionHandler(CommandFailures::failed);
    }
}
