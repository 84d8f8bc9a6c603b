package dev.jackfield.shell.internal;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps from the log what a command has said itself, where the log goes to the same terminal: in a process of its own. */
final class Hush {
    private Hush() {}

    /** That nobody checks who the server is. */
    static void unchecked() {
        try {
            Log.UNCHECKED.setLevel(Level.OFF);
        } catch (NoClassDefFoundError noSuchModule) {
            // An image without java.logging: the JDK's plain log has no names to hush.
        }
    }

    /** Loaded only where java.logging is. It forgets levels of loggers that nobody holds. */
    private static final class Log {
        static final Logger UNCHECKED = Logger.getLogger("dev.jackfield.connector.tls.unchecked");
    }
}
