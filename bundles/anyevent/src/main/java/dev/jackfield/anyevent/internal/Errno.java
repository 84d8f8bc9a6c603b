package dev.jackfield.anyevent.internal;

import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * What {@code $!} would have been. The JDK keeps no numbers, only the system's texts, and for some of them classes.
 */
final class Errno {
    private static final String UNKNOWN = "EIO";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Connection refused", "ECONNREFUSED"),
            Map.entry("Connection timed out", "ETIMEDOUT"),
            Map.entry("Connection reset", "ECONNRESET"),
            Map.entry("No route to host", "EHOSTUNREACH"),
            Map.entry("Network is unreachable", "ENETUNREACH"),
            Map.entry("No such file or directory", "ENOENT"),
            Map.entry("Permission denied", "EACCES"),
            Map.entry("Address already in use", "EADDRINUSE"),
            Map.entry("Cannot assign requested address", "EADDRNOTAVAIL"),
            Map.entry("Address family not supported", "EAFNOSUPPORT"),
            Map.entry("Protocol wrong type for socket", "EPROTOTYPE"),
            Map.entry("Resource temporarily unavailable", "EAGAIN"),
            Map.entry("Too many open files", "EMFILE"),
            Map.entry("File name too long", "ENAMETOOLONG"),
            // Ours, said before the system could.
            Map.entry("Expected the path of a UNIX domain socket to have at most", "ENAMETOOLONG"));

    private Errno() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "ENXIO";
            }
            if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
                return "ETIMEDOUT";
            }
            if (cause instanceof NoRouteToHostException) {
                return "EHOSTUNREACH";
            }
        }
        // From the innermost outwards: that is the last thing that went wrong, in the system's own words.
        String found = UNKNOWN;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            found = TEXTS.entrySet().stream()
                    .filter(text -> message.contains(text.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(found);
        }
        return found;
    }
}
