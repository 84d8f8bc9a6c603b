package dev.jackfield.connector.tls;

import java.util.Objects;

/**
 * What a handshake has come to; to be had by {@link dev.jackfield.connector.Wire#beneath}. The {@link
 * javax.net.ssl.SSLSession} can be had the same way.
 *
 * <p><i>Immutable.</i>
 *
 * @param protocol for example {@code TLSv1.3}
 * @param cipher for example {@code TLS_AES_128_GCM_SHA256}
 * @param application what the peer has chosen of the protocols offered by ALPN (RFC 7301); empty if nothing
 * @param resumed whether an earlier session went on, so that no certificate was sent
 */
public record Negotiated(String protocol, String cipher, String application, boolean resumed) {
    /** Checks for nulls. */
    public Negotiated {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(cipher, "cipher");
        Objects.requireNonNull(application, "application");
    }
}
