package dev.jackfield.connector.tls.internal.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Certificates and keys from PKCS #12 files (RFC 7292). */
public final class Pkcs12 {

    /**
     * A key and its chain.
     *
     * @param key never printed
     * @param chain its certificate first
     */
    public record Entry(PrivateKey key, List<X509Certificate> chain) {}

    private Pkcs12() {}

    /**
     * The only key of a file.
     *
     * @throws IOException if it cannot be read, or there is none or several, or the password is wrong
     */
    public static Entry key(Path file, char[] password) throws IOException {
        KeyStore store = store(file, password);
        try {
            List<String> aliases = aliases(store);
            aliases.removeIf(alias -> !isKey(store, alias));
            if (aliases.size() != 1) {
                throw new IOException(file + ": expected one private key with certificates, got " + aliases.size());
            }
            PrivateKeyEntry entry = (PrivateKeyEntry) store.getEntry(aliases.get(0), new PasswordProtection(password));
            return new Entry(
                    entry.getPrivateKey(),
                    Stream.of(entry.getCertificateChain())
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": expected a private key that the password opens, got " + e, e);
        }
    }

    /**
     * The certificates of a file that are marked as trusted.
     *
     * @throws IOException if it cannot be read, or there is none, or the password is wrong
     */
    public static List<X509Certificate> certificates(Path file, char[] password) throws IOException {
        KeyStore store = store(file, password);
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (String alias : aliases(store)) {
                if (store.isCertificateEntry(alias)) {
                    certificates.add((X509Certificate) store.getCertificate(alias));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": expected certificates, got " + e, e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(
                    file + ": expected certificates marked as trusted (keytool -importcert does so), got" + " none");
        }
        return List.copyOf(certificates);
    }

    private static KeyStore store(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": expected PKCS #12, got what cannot be read: " + e, e);
        } catch (IOException e) {
            throw e instanceof FileSystemException ? e : notPkcs12(file, e);
        }
    }

    private static IOException notPkcs12(Path file, IOException e) {
        String expected = e.getCause() instanceof UnrecoverableKeyException
                ? "the right password, got another"
                : "PKCS #12, got what cannot be read: " + e.getMessage();
        return new IOException(file + ": expected " + expected, e);
    }

    private static List<String> aliases(KeyStore store) throws GeneralSecurityException {
        return new ArrayList<>(Collections.list(store.aliases()));
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, PrivateKeyEntry.class);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
