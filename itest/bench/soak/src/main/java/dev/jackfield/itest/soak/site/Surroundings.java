package dev.jackfield.itest.soak.site;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.itest.origin.SocksProxy;
import dev.jackfield.itest.soak.door.Site;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Two origins, a proxy, a hosts file and an authority. <i>Thread-safe.</i> */
public final class Surroundings implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final Origin plain;
    private final Origin secure;
    private final SocksProxy socks;
    private final Site site;

    /**
     * Everything is there.
     *
     * @param directory for files
     * @param seen hears the id of each request
     */
    public Surroundings(Path directory, LongConsumer seen) throws IOException, GeneralSecurityException {
        TestPki pki = TestPki.of(Site.HOST);
        plain = new Origin(new ServerSocket(), seen);
        secure = new Origin(keys(pki).getServerSocketFactory().createServerSocket(), seen);
        socks = new SocksProxy();
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 " + Site.HOST + "\n");
        Path trust = Files.writeString(directory.resolve("root.pem"), Issued.pem(pki.trusted()));
        site = new Site(
                "http://" + Site.HOST + ":" + plain.port() + "/",
                "https://" + Site.HOST + ":" + secure.port() + "/",
                socks.address(),
                hosts.toString(),
                trust.toString());
    }

    /** Where everything is. */
    public Site site() {
        return site;
    }

    /** Connections at both origins. */
    public List<String> connections() {
        return Stream.concat(plain.connections().stream(), secure.connections().stream())
                .toList();
    }

    /** Requests that brought a cookie, so far. */
    public long cookies() {
        return plain.cookies() + secure.cookies();
    }

    @Override
    public void close() throws IOException {
        plain.close();
        secure.close();
        socks.close();
    }

    private static SSLContext keys(TestPki pki) throws IOException, GeneralSecurityException {
        Issued server = pki.server();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("server", server.key(), NO_PASSWORD, server.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
