package dev.jackfield.shell.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Exit statuses: curl's, where curl has one for the case. */
final class ExitStatus {
    static final int OK = 0;
    static final int OTHER = 1;
    static final int USAGE = 2;
    static final int URL = 3;
    static final int RESOLVE = 6;
    static final int CONNECT = 7;
    static final int HTTP_ERROR = 22;
    static final int LOCAL_OUTPUT = 23;
    static final int LOCAL_INPUT = 26;
    static final int TIMEOUT = 28;
    static final int RECEIVE = 56;
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    static int of(HttpFailure failure) {
        if (timedOut(failure)) {
            return TIMEOUT;
        }
        if (failure.phase() == Phase.REQUEST) {
            return URL;
        }
        return switch (failure.code()) {
            case 595 -> unresolved(failure) ? RESOLVE : CONNECT;
            case 596, 597 -> RECEIVE;
            case 598 -> LOCAL_OUTPUT;
            default -> OTHER;
        };
    }

    private static boolean unresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static boolean timedOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
