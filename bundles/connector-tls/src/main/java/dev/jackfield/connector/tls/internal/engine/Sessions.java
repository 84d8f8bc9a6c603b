package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.tls.Negotiated;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** What can be told of a session. */
final class Sessions {
    private Sessions() {}

    /** What the handshake has come to. */
    static Negotiated negotiated(SSLEngine engine, boolean resumed) {
        SSLSession session = engine.getSession();
        String application = engine.getApplicationProtocol();
        return new Negotiated(
                session.getProtocol(), session.getCipherSuite(), application == null ? "" : application, resumed);
    }

    /** Lets providers free what is not in the heap. */
    static void end(SSLEngine engine) {
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // The peer need not say good-bye to somebody who has left.
        }
    }
}
