package dev.jackfield.dist;

/** The framework, a bundle or the commands could not be started; the message is for people. */
final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int SOFTWARE = 70;

    private final int status;

    LaunchException(String message) {
        this(message, SOFTWARE);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
        this.status = SOFTWARE;
    }

    private LaunchException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** A mistake in the command line. */
    static LaunchException usage(String message) {
        return new LaunchException(message, USAGE);
    }

    /** The exit status. */
    int status() {
        return status;
    }
}
