package dev.jackfield.shell;

import dev.jackfield.shell.internal.Fittings;
import dev.jackfield.shell.internal.Shell;
import dev.jackfield.shell.internal.Streams;

/**
 * The door for a command line without OSGi.
 *
 * <p><i>Thread-safe</i>, but the first one to end ends the JVM.
 */
public final class Main {
    private Main() {}

    /**
     * Runs one command line and ends the JVM with its exit status.
     *
     * @param arguments the name of a command, its options and parameters; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(Shell.run(Fittings.standalone(), Streams.ofProcess(), arguments));
    }
}
