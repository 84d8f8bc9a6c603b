package dev.jackfield.connector.tls.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.tls.Sni;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.internal.engine.Scrutiny;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * Makes the engines of one profile. Sessions to go on with belong to its contexts, so that they never outlive the profile.
 *
 * <p><i>Thread-safe</i>, but not for loops: the first engine reads files.
 */
final class Contexts {
    private final TlsProfile profile;
    private TrustManager[] trust;
    private KeyManager[] keys;
    private final Remembered remembered = new Remembered();

    Contexts(TlsProfile profile) {
        this.profile = profile;
    }

    /** An engine for a client that has not begun yet. */
    SSLEngine engine(HostPort target, List<String> speaks, Affinity affinity) throws IOException {
        PeerName peer = PeerName.of(target);
        if (profile.hostChecked() && peer.host().isEmpty()) {
            throw new IOException("Expected a host to check the certificate against, got " + target);
        }
        try {
            SSLContext context = context(affinity);
            SSLEngine engine = peer.host().isEmpty()
                    ? context.createSSLEngine()
                    : context.createSSLEngine(peer.host(), target.port());
            engine.setUseClientMode(true);
            engine.setSSLParameters(parameters(engine, peer, speaks));
            return engine;
        } catch (GeneralSecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new IOException("The TLS profile cannot be used: " + e.getMessage(), e);
        }
    }

    /** Without resumption each connection gets a context of its own, which holds for every provider. */
    private synchronized SSLContext context(Affinity affinity) throws GeneralSecurityException, IOException {
        if (trust == null) {
            Unchecked.warn(profile);
            keys = Managers.keys(profile);
            trust = Scrutiny.of(Managers.trust(profile));
        }
        return profile.resumption() ? remembered.context(affinity, this::fresh) : fresh();
    }

    private SSLContext fresh() throws GeneralSecurityException {
        SSLContext context = Jsse.context(profile.provider());
        context.init(keys, trust, null);
        return context;
    }

    private SSLParameters parameters(SSLEngine engine, PeerName peer, List<String> speaks) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(profile.protocols().toArray(String[]::new));
        if (!profile.ciphers().isEmpty()) {
            parameters.setCipherSuites(ciphers(engine));
        }
        parameters.setServerNames(names(peer));
        List<String> offered = profile.alpn().isEmpty() ? speaks : profile.alpn();
        if (!offered.isEmpty()) {
            parameters.setApplicationProtocols(offered.toArray(String[]::new));
        }
        if (profile.hostChecked()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    private String[] ciphers(SSLEngine engine) {
        List<String> supported = Arrays.asList(engine.getSupportedCipherSuites());
        String[] known = profile.ciphers().stream().filter(supported::contains).toArray(String[]::new);
        if (known.length == 0) {
            throw Jsse.unknown(supported, profile.ciphers());
        }
        return known;
    }

    private List<SNIServerName> names(PeerName peer) {
        String name = "";
        if (profile.sni() instanceof Sni.Other other) {
            name = other.name().text();
        } else if (profile.sni() instanceof Sni.Target && !peer.literal()) {
            name = peer.host();
        }
        return name.isEmpty() ? List.of() : List.of(new SNIHostName(name));
    }
}
