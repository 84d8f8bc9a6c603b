package dev.jackfield.connector.tls.certificates;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A certificate with its key.
 *
 * @param chain the certificate, then its issuers; a root is in its own chain only
 */
public record Issued(KeyPair keys, List<X509Certificate> chain) {

    public X509Certificate certificate() {
        return chain.get(0);
    }

    public PrivateKey key() {
        return keys.getPrivate();
    }

    /** The same with other certificates sent after it. */
    public Issued sending(List<X509Certificate> issuers) {
        List<X509Certificate> all = new ArrayList<>(List.of(certificate()));
        all.addAll(issuers);
        return new Issued(keys, List.copyOf(all));
    }

    /** The whole chain. */
    public String chainPem() {
        return chain.stream().map(Issued::pem).collect(Collectors.joining());
    }

    /** As PKCS#8. */
    public String keyPem() {
        return pem("PRIVATE KEY", key().getEncoded());
    }

    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    /** Writes {@code <name>.pem} with the chain, {@code <name>.key} with the key. */
    public Issued writePem(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name + ".pem"), chainPem());
        Files.writeString(folder.resolve(name + ".key"), keyPem());
        return this;
    }

    /** Writes key and chain. */
    public Path writePkcs12(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("test", key(), password.toCharArray(), chain.toArray(X509Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
