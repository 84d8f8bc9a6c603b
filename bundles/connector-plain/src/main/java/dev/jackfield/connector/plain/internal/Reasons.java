package dev.jackfield.connector.plain.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Why something failed, in words that are never empty. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable e) {
        if (e instanceof UnsupportedAddressTypeException) {
            return "This machine, or this JVM, has no sockets for addresses of that family";
        }
        String message = e.getMessage();
        return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
    }

    /** The same for an error of a connect to an address, null if it did not come as far as that. */
    static String of(Throwable e, SocketAddress to) {
        // The system has the same error for a socket without a listener and for a file that is none.
        if (e instanceof ConnectException && to instanceof UnixDomainSocketAddress unix) {
            return of(e) + kindOf(unix.getPath());
        }
        return of(e);
    }

    private static String kindOf(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                return ": expected a socket, got a directory";
            }
            return file.isRegularFile() ? ": expected a socket, got a regular file" : "";
        } catch (IOException e) {
            return "";
        }
    }
}
