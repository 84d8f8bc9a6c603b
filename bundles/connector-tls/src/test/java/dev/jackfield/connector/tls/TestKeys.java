package dev.jackfield.connector.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate that is its own authority, for {@code origin.example}, {@code *.chain.example} and 127.0.0.1. */
public final class TestKeys {
    private static final String PASSWORD = "changeit";
    private static final KeyStore STORE = make();

    private TestKeys() {}

    /** A profile that trusts the server's certificate. */
    public static TlsProfile profile() {
        return TlsProfile.high().withTrust(new Trust.Authorities(List.of(certificate())));
    }

    public static X509Certificate certificate() {
        try {
            return (X509Certificate) STORE.getCertificate("server");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key and certificate, to be used by a client. */
    public static Identity identity(String hosts) {
        try {
            PrivateKey key = (PrivateKey) STORE.getKey("server", PASSWORD.toCharArray());
            return new Identity(hosts, key, List.of(certificate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a server, that also trusts clients with the same certificate. */
    public static SSLContext server(String provider) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(STORE, PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            authorities.setCertificateEntry("self", certificate());
            trust.init(authorities);
            SSLContext context =
                    provider.isEmpty() ? SSLContext.getInstance("TLS") : SSLContext.getInstance("TLS", provider);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore make() {
        try {
            Path file = Files.createTempDirectory("jackfield-tls").resolve("keys.p12");
            try {
                run(file);
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD.toCharArray());
                }
                return store;
            } finally {
                Files.deleteIfExists(file);
                Files.delete(file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path file) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Jackfield test",
                        "-ext",
                        "san=dns:origin.example,dns:*.chain.example,ip:127.0.0.1",
                        "-ext",
                        "bc=ca:true",
                        "-validity",
                        "30")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool failed with " + tool.exitValue());
        }
    }
}
