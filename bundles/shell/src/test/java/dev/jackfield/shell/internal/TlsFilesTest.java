package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is told of that file, and of the option that named it. */
class TlsFilesTest {
    private static final TestPki PKI = TestPki.of("origin.test");
    private static final Issued CLIENT = PKI.client("somebody");

    @TempDir
    Path folder;

    private String certificate;
    private String key;

    @BeforeEach
    void write() throws IOException {
        CLIENT.writePem(folder, "client");
        certificate = file("client.pem");
        key = file("client.key");
    }

    @Test
    void aKeyThatCannotBeReadIsTheKeys() {
        String missing = file("none.key");
        assertThat(refusal("--cert", certificate, "--key", missing))
                .startsWith("--key: cannot read \"" + missing + "\": no such file or directory");
        String encrypted = written(
                "enc.key", Issued.pem("ENCRYPTED PRIVATE KEY", CLIENT.key().getEncoded()));
        assertThat(refusal("--cert", certificate, "--key", encrypted))
                .startsWith("--key: cannot read \"" + encrypted + "\": ")
                .contains("expected a password for an encrypted key, got none")
                .containsOnlyOnce("enc.key");
        assertThat(refusal("--cert", certificate, "--key", encrypted, "--pass", "not it"))
                .startsWith("--key: cannot read \"" + encrypted + "\": ")
                .doesNotContain("not it")
                .containsOnlyOnce("enc.key");
        assertThat(refusal("--cert", certificate, "--key", certificate))
                .startsWith("--key: cannot read \"" + certificate + "\": ");
    }

    @Test
    void theKeyOfAnotherCertificateIsTheKeys() {
        String other = written("other.key", PKI.client("another").keyPem());
        assertThat(refusal("--cert", certificate, "--key", other))
                .startsWith("--key: \"" + other + "\": Expected the private key of \"")
                .contains("got that of another certificate");
    }

    @Test
    void aCertificateThatCannotBeReadIsTheCertificates() {
        String missing = file("none.pem");
        assertThat(refusal("--cert", missing, "--key", key))
                .startsWith("--cert: cannot read \"" + missing + "\": no such file or directory");
        assertThat(refusal("--cert", key, "--key", key)).startsWith("--cert: cannot read \"" + key + "\": ");
        assertThat(refusal("--cert", certificate)).startsWith("--cert: cannot read \"" + certificate + "\": ");
    }

    @Test
    void aPasswordThatWasNotGivenIsAskedFor() throws Exception {
        String keys = CLIENT.writePkcs12(folder.resolve("me.p12"), "secret").toString();
        for (String option : new String[] {"--cert", "--cacert"}) {
            assertThat(refusal(option, keys))
                    .startsWith(option + ": cannot read \"" + keys + "\": expected its password by --pass, got none");
            assertThat(refusal(option, keys, "--pass", "wrong"))
                    .startsWith(option + ": cannot read \"" + keys + "\": expected the right password, got another");
        }
    }

    @Test
    void theHelpTellsWhichAuthoritiesAreFound() throws Exception {
        String help = Typed.line("get", "--help").out().replaceAll("\\s+", " ");
        assertThat(help)
                .contains(
                        "PKCS #12 with certificates that are marked as trusted, as keytool -importcert does and openssl"
                                + " pkcs12 -export does not");
        String keys = CLIENT.writePkcs12(folder.resolve("me.p12"), "secret").toString();
        assertThat(refusal("--cacert", keys, "--pass", "secret"))
                .startsWith("--cacert: cannot read \"" + keys + "\": expected certificates marked as trusted");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String refusal(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "get";
        System.arraycopy(options, 0, words, 1, options.length);
        words[words.length - 1] = "https://127.0.0.1:1/";
        Typed typed = Typed.line(words);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err()).startsWith("jackfield: ");
        return typed.err().substring("jackfield: ".length());
    }
}
