package dev.jackfield.connector.tls.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust and identities from files. */
class KeyFilesTest {
    private static final char[] NONE = {};
    private static final char[] SECRET = "s3cret".toCharArray();
    private static final TestPki PKI = TestPki.of("a.test");

    @TempDir
    private Path folder;

    @Test
    void readsAuthorities() throws IOException {
        PKI.root().writePem(folder, "root");

        assertThat(Trust.pem(folder.resolve("root.pem")).certificates()).containsExactly(PKI.trusted());
        assertThat(Trust.pem(PKI.root().chainPem()).certificates()).containsExactly(PKI.trusted());
    }

    @Test
    void readsIdentities() throws IOException {
        Issued client = PKI.client("me").writePem(folder, "me");
        Path both = Files.writeString(folder.resolve("both.pem"), client.keyPem() + client.chainPem());

        for (Identity identity : List.of(
                Identity.pem("*", folder.resolve("me.pem"), folder.resolve("me.key"), NONE),
                Identity.pem("*", both, both, NONE),
                Identity.pem("*", client.chainPem(), client.keyPem(), NONE))) {
            assertThat(identity.chain()).isEqualTo(client.chain());
            assertThat(identity.key()).isEqualTo(client.key());
        }
    }

    @Test
    void readsPkcs12() throws Exception {
        Issued client = PKI.client("me");
        Path file = client.writePkcs12(folder.resolve("me.p12"), "s3cret");

        assertThat(Identity.pkcs12("*.test", file, SECRET).chain()).isEqualTo(client.chain());
        assertThat(Identity.pkcs12("*.test", file, SECRET).key()).isEqualTo(client.key());
        assertThatThrownBy(() -> Identity.pkcs12("*", file, "wrong".toCharArray()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected the right password, got another");
        assertThatThrownBy(() -> Trust.pkcs12(file, SECRET))
                .hasMessage(file + ": expected certificates marked as trusted (keytool -importcert does so), got none");
    }

    @Test
    void readsAuthoritiesInPkcs12() throws Exception {
        Path file = folder.resolve("trust.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", PKI.trusted());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, SECRET);
        }

        assertThat(Trust.pkcs12(file, SECRET).certificates()).containsExactly(PKI.trusted());
        assertThatThrownBy(() -> Identity.pkcs12("*", file, SECRET))
                .hasMessage(file + ": expected one private key with certificates, got 0");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws IOException {
        Issued ec = PKI.client("me");
        Issued rsa = Mint.client("CN=rsa").keys(Keys.rsa(2048)).signedBy(PKI.issuer());

        for (Issued other : List.of(PKI.client("other"), rsa)) {
            assertThatThrownBy(() -> Identity.pem("*", ec.chainPem(), other.keyPem(), NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Expected the private key of \"CN=me\", got that of another certificate");
        }
        assertThatThrownBy(() -> Identity.pem("*", rsa.chainPem(), ec.keyPem(), NONE))
                .hasMessageContaining("got that of another certificate");
        assertThat(Identity.pem("*", rsa.chainPem(), rsa.keyPem(), NONE).key()).isEqualTo(rsa.key());
    }

    @Test
    void tellsTheFile() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Trust.pem(missing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Trust.pkcs12(missing, SECRET)).isInstanceOf(NoSuchFileException.class);

        Path words = Files.writeString(folder.resolve("words"), "words");
        assertThatThrownBy(() -> Trust.pem(words))
                .isInstanceOf(IOException.class)
                .hasMessage(words + ": Expected certificates in PEM, got no block at all");
        assertThatThrownBy(() -> Trust.pkcs12(words, SECRET))
                .hasMessageStartingWith(words + ": expected PKCS #12, got what cannot be read: ");

        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF});
        assertThatThrownBy(() -> Trust.pem(binary)).hasMessage(binary + ": expected PEM, got what is no text");

        Path large = Files.write(folder.resolve("large"), new byte[(int) KeyFiles.LARGEST + 1]);
        assertThatThrownBy(() -> Trust.pem(large))
                .hasMessage(large + ": expected PEM of at most 1048576 octets, got 1048577");
    }
}
