package dev.jackfield.connector.tls.internal.engine;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A trust manager that leaves a note on the thread when it is asked. A handshake in which it never is has resumed an
 * earlier session; engines do not tell in any other way that works for all providers.
 *
 * <p><i>Thread-safe</i> if the one it asks is.
 */
public final class Scrutiny extends X509ExtendedTrustManager {
    private static final ThreadLocal<Boolean> ASKED = new ThreadLocal<>();

    private final X509ExtendedTrustManager judge;

    private Scrutiny(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** Under scrutiny are all that can be. */
    public static TrustManager[] of(TrustManager[] managers) {
        return Arrays.stream(managers)
                .map(manager -> manager instanceof X509ExtendedTrustManager judge ? new Scrutiny(judge) : manager)
                .toArray(TrustManager[]::new);
    }

    /** Takes the note away from this thread; true if there was one. */
    static boolean takeNote() {
        boolean asked = ASKED.get() != null;
        ASKED.remove();
        return asked;
    }

    private static void leaveNote() {
        ASKED.set(true);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        leaveNote();
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        leaveNote();
        judge.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        leaveNote();
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
