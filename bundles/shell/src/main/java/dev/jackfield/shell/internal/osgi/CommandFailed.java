package dev.jackfield.shell.internal.osgi;

/** Tells a shell that a command failed; why has been said on its error stream already. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String command, int status) {
        // Without a stack trace, which Karaf would log as if it were a fault.
        super(command + ": exit status " + status, null, false, false);
    }
}
