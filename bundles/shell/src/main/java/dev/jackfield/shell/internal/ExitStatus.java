package dev.jackfield.shell.internal;

import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Route;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Exit statuses: curl's, where curl has one for the case. */
final class ExitStatus {
    static final int OK = 0;
    static final int OTHER = 1;
    static final int USAGE = 2;
    static final int URL = 3;
    static final int RESOLVE_PROXY = 5;
    static final int RESOLVE = 6;
    static final int CONNECT = 7;
    static final int PARTIAL = 18;
    static final int HTTP_ERROR = 22;
    static final int LOCAL_OUTPUT = 23;
    static final int LOCAL_INPUT = 26;
    static final int TIMEOUT = 28;
    static final int RANGE = 33;
    static final int TLS = 35;
    static final int REDIRECTS = 47;
    static final int RECEIVE = 56;
    static final int CERTIFICATE = 60;
    static final int PROXY = 97;
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    static int of(HttpFailure failure, Route route) {
        if (timedOut(failure)) {
            return TIMEOUT;
        }
        return switch (failure.phase()) {
            case REQUEST -> URL;
            case QUEUE, CONNECT, TLS -> connecting(failure, failure.phase() == Phase.TLS, route);
            case SEND, HEAD, BODY -> RECEIVE;
            case SINK -> LOCAL_OUTPUT;
        };
    }

    /** Of what went wrong before there was a connection. */
    static int connecting(Throwable failure, Route route) {
        return timedOut(failure) ? TIMEOUT : connecting(failure, false, route);
    }

    private static int connecting(Throwable failure, boolean encrypting, Route route) {
        int hop = find(failure, HopFailure.class)
                .map(broken -> broken.hop().number())
                .orElse(1);
        if (find(failure, CertificateException.class).isPresent()) {
            return CERTIFICATE;
        }
        if (encrypting || find(failure, SSLException.class).isPresent()) {
            return TLS;
        }
        if (hop > 1) {
            return PROXY;
        }
        boolean proxied = route.links().size() > 1
                && route.links().stream().anyMatch(link -> link.address().isPresent());
        if (find(failure, UnknownHostException.class).isPresent()) {
            return proxied ? RESOLVE_PROXY : RESOLVE;
        }
        return CONNECT;
    }

    private static boolean timedOut(Throwable failure) {
        return find(failure, TimeoutException.class).isPresent()
                || find(failure, SocketTimeoutException.class).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
