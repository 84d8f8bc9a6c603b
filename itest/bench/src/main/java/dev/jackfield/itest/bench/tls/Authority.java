package dev.jackfield.itest.bench.tls;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;

/** A PEM file with the only authority there is to trust, as each client wants it. */
record Authority(Path file) {

    /** For our client: a panel whose profile {@code high} is the same as ever, but for the authority. */
    Panel panel(String protocol, String provider) throws IOException {
        if (provider.equals("Conscrypt")) {
            Security.addProvider(Conscrypt.newProvider());
        }
        TlsProfile profile = TlsProfile.high()
                .withTrust(Trust.pem(file))
                .withProtocols(List.of(protocol))
                .withProvider(provider);
        Tls tls = Tls.open();
        tls.plug(Tls.HIGH, 1, profile);
        Panel panel = Panel.open();
        panel.plug("tls", 1, tls);
        return panel;
    }

    /** For those who take it from JSSE. */
    SSLContext context() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", Trust.pem(file).certificates().get(0));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
