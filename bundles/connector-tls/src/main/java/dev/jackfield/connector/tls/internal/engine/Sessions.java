package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.tls.Negotiated;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** What can be told of a session. */
final class Sessions {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.tls");

    private Sessions() {}

    /** What the handshake has come to. */
    static Negotiated negotiated(SSLEngine engine, boolean resumed) {
        SSLSession session = engine.getSession();
        return new Negotiated(session.getProtocol(), session.getCipherSuite(), application(engine), resumed);
    }

    private static String application(SSLEngine engine) {
        try {
            String application = engine.getApplicationProtocol();
            return application == null ? "" : application;
        } catch (UnsupportedOperationException e) {
            // An engine without ALPN has offered nothing, so nothing was chosen, as by a peer without it.
            return "";
        }
    }

    /** Lets providers free what is not in the heap. Nobody may be using the engine meanwhile. */
    static void end(SSLEngine engine) {
        try {
            engine.closeOutbound();
            engine.closeInbound();
        } catch (SSLException e) {
            // The peer need not say good-bye to somebody who has left.
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Closing a TLS engine failed", e);
        }
    }
}
