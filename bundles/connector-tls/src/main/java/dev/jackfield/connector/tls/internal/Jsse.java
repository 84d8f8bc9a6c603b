package dev.jackfield.connector.tls.internal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What there is by way of providers. */
public final class Jsse {
    private static final String TLS = "TLS";

    private Jsse() {}

    /** A context of a provider, or of the platform's first if the name is empty. */
    static SSLContext context(String provider) throws GeneralSecurityException {
        return provider.isEmpty() ? SSLContext.getInstance(TLS) : SSLContext.getInstance(TLS, provider);
    }

    /** The names of those that can do TLS. */
    public static List<String> providers() {
        Provider[] found = Security.getProviders("SSLContext." + TLS);
        return found == null
                ? List.of()
                : Stream.of(found).map(Provider::getName).toList();
    }

    /**
     * The suites a provider knows.
     *
     * @throws IllegalArgumentException if it is none, or cannot be used
     */
    public static List<String> ciphers(String provider) {
        try {
            SSLContext context = context(provider);
            context.init(new KeyManager[0], new TrustManager[0], null);
            return List.of(context.getSupportedSSLParameters().getCipherSuites());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("provider: expected one that can be used, got " + e.getMessage(), e);
        }
    }
}
