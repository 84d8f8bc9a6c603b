package dev.jackfield.connector.tls.internal.engine;

import java.io.IOException;
import javax.net.ssl.SSLException;

/** What TLS further down has found wrong with its own peer, on its way up, so that nobody takes it for his own. */
final class Below extends IOException {
    private static final long serialVersionUID = 1L;

    private final SSLException failure;

    Below(SSLException failure) {
        super(failure);
        this.failure = failure;
    }

    /** As it was said. */
    static IOException unwrapped(IOException failure) {
        return failure instanceof Below below ? below.failure : failure;
    }
}
