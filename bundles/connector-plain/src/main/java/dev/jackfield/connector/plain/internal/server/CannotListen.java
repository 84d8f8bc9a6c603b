package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Errors that say where it was that nobody could listen, and why. */
final class CannotListen {
    private CannotListen() {}

    /** Stays a {@link BindException} if it was one: that is how callers tell an address that is taken. */
    static IOException at(HostPort at, Exception cause) {
        String message = "Cannot listen on " + at + ": " + reason(cause);
        IOException error = cause instanceof BindException ? new BindException(message) : new IOException(message);
        error.initCause(cause);
        return error;
    }

    /** The messages of file exceptions are a path and nothing else, which here is one the caller never heard of. */
    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return "No such directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "Permission denied";
        }
        String message = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }
}
