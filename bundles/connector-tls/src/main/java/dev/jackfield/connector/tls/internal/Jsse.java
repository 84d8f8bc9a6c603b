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
    /** How many suites a message names. */
    private static final int SOME = 3;

    private Jsse() {}

    /** A context of a provider, or of the platform's first if the name is empty. */
    static SSLContext context(String provider) throws GeneralSecurityException {
        return provider.isEmpty() ? SSLContext.getInstance(TLS) : SSLContext.getInstance(TLS, provider);
    }

    /** The names of those that can do TLS. */
    private static List<String> providers() {
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

    /** That suites are not known, in a message that names a few of those that are. */
    public static IllegalArgumentException unknown(List<String> known, Object got) {
        String some = String.join(", ", known.subList(0, Math.min(SOME, known.size())));
        return new IllegalArgumentException("ciphers: expected suites that the provider knows, such as " + some + " ("
                + known.size() + " in all), got " + got);
    }

    /**
     * The name of a provider that can do TLS, or empty for the platform's first.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String provider(String name) {
        List<String> installed = providers();
        if (!name.isEmpty() && !installed.contains(name)) {
            throw new IllegalArgumentException("provider: expected one that is installed and can do TLS, of "
                    + installed + ", got \"" + name + "\"");
        }
        return name;
    }
}
