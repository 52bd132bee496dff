package dev.linkscope.launch;

/** Starts Linkscope. */
public final class Main {
    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {}
}
