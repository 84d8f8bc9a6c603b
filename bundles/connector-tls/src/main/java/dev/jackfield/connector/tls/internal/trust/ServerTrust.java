package dev.jackfield.connector.tls.internal.trust;

import dev.jackfield.connector.tls.TlsProfile;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks, for a profile, whether a server is to be trusted. The extended kind, so that JSSE adds nothing of its own: what
 * holds is what stands here. <i>Thread-safe.</i>
 */
public final class ServerTrust extends X509ExtendedTrustManager {
    private final Verdict verdict;
    private final boolean hostChecked;

    /**
     * For a profile; reads the platform's authorities, if it is to trust them.
     *
     * @param clock what time it is
     * @throws CertificateException if those cannot be read
     */
    public ServerTrust(TlsProfile profile, InstantSource clock) throws CertificateException {
        this.verdict = new Verdict(Believed.by(profile.trust()), Pins.of(profile.pins()), clock);
        this.hostChecked = profile.hostChecked();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, authType, engine.getPeerHost());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, authType, null);
    }

    /**
     * The same for who knows the host by other means.
     *
     * @param host whom the client means to talk to; null if that is not known
     */
    public void check(X509Certificate[] chain, String authType, String host) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("Expected a certificate from the server, got none");
        }
        Path path = verdict.path(List.of(chain), authType);
        if (hostChecked) {
            PresentedNames.of(chain[0]).check(server(host), chain[0]);
        }
        verdict.checkPins(path);
    }

    private static ServerName server(String host) throws CertificateException {
        if (host == null) {
            throw new CertificateException("Expected the name of a host to check the certificate for, got none");
        }
        try {
            return ServerName.of(host);
        } catch (IllegalArgumentException e) {
            throw new CertificateException("No certificate can be for this host: " + e.getMessage(), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Expected to be asked about servers, got a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return verdict.issuers();
    }
}
