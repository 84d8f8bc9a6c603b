package dev.jackfield.connector.tls.internal.trust;

import dev.jackfield.connector.tls.certificates.Issued;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A handshake between two engines in memory. */
final class Handshake {
    private static final char[] NO_PASSWORD = {};
    private static final int ROOM = 64 * 1024;

    private Handshake() {}

    /** What version was agreed on; fails as the client does. */
    static String with(X509ExtendedTrustManager trust, String host, Issued server) throws Exception {
        SSLEngine client = context(new KeyManager[0], trust).createSSLEngine(host, 443);
        client.setUseClientMode(true);
        SSLEngine other = context(keys(server), null).createSSLEngine();
        other.setUseClientMode(false);
        run(client, other);
        return client.getSession().getProtocol();
    }

    private static SSLContext context(KeyManager[] keys, TrustManager trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {trust}, null);
        return context;
    }

    /** The plain kind of key manager: it takes any certificate, however bad. */
    private static KeyManager[] keys(Issued server) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("server", server.key(), NO_PASSWORD, server.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static void run(SSLEngine client, SSLEngine server) throws SSLException {
        ByteBuffer up = ByteBuffer.allocate(ROOM);
        ByteBuffer down = ByteBuffer.allocate(ROOM);
        client.beginHandshake();
        server.beginHandshake();
        while (busy(client) || busy(server)) {
            turn(client, down, up);
            turn(server, up, down);
        }
    }

    private static boolean busy(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    /** As far as it gets with what the other has said. */
    private static void turn(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        in.flip();
        boolean stuck = false;
        while (busy(engine) && !stuck) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
                default -> stuck = engine.unwrap(in, ByteBuffer.allocate(ROOM)).bytesConsumed() == 0;
            }
        }
        in.compact();
    }
}
