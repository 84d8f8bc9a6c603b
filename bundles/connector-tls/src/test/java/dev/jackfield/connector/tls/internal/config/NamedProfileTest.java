package dev.jackfield.connector.tls.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostName;
import dev.jackfield.connector.tls.Sni;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedProfileTest {
    private static final TestPki PKI = TestPki.of("a.test");
    private static final String PIN = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @TempDir
    private Path folder;

    private static TlsProfile profile(Object... pairs) throws IOException {
        Map<String, Object> config = new HashMap<>(Map.of("name", "mine"));
        for (int at = 0; at < pairs.length; at += 2) {
            config.put((String) pairs[at], pairs[at + 1]);
        }
        return NamedProfile.of(config).profile();
    }

    @Test
    void isHighUnlessItSaysOtherwise() throws IOException {
        NamedProfile named =
                NamedProfile.of(Map.of("name", "mine", "service.pid", "x", ".service.bundleLocation", "y"));

        assertThat(named).isEqualTo(new NamedProfile("mine", 0, TlsProfile.high()));
        assertThat(NamedProfile.of(Map.of("name", "mine", "ranking", 7)).ranking())
                .isEqualTo(7);
        assertThat(profile("base", "low")).isEqualTo(TlsProfile.low());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.karaf.features.configKey",
                "org.apache.felix.configadmin.revision",
                "felix.fileinstall.filename",
                "event.topics",
                "component.name",
                "osgi.ds.satisfying.condition.target"
            })
    void whatAdministratorsAddIsPassedOver(String key) throws IOException {
        assertThat(profile(key, "x")).isEqualTo(TlsProfile.high());
        assertThat(profile("." + key, "x")).isEqualTo(TlsProfile.high());
    }

    @Test
    void takesEveryPart() throws IOException {
        TlsProfile profile = profile(
                "host.checked", "false",
                "protocols", "TLSv1.3",
                "ciphers", new String[] {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"},
                "pins", List.of(PIN),
                "alpn", "h2, http/1.1",
                "sni", "other.test",
                "resumption", false,
                "provider", "SunJSSE",
                "handshake", "2.5");

        assertThat(profile)
                .isEqualTo(TlsProfile.high()
                        .withHostChecked(false)
                        .withProtocols(List.of("TLSv1.3"))
                        .withCiphers(List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"))
                        .withPins(List.of(PIN))
                        .withAlpn(List.of("h2", "http/1.1"))
                        .withSni(new Sni.Other(HostName.of("other.test")))
                        .withResumption(false)
                        .withProvider("SunJSSE")
                        .withHandshake(Duration.ofMillis(2500)));
        assertThat(profile("sni", "none").sni()).isEqualTo(new Sni.None());
        assertThat(profile("sni", "target").sni()).isEqualTo(new Sni.Target());
        assertThat(profile("handshake", 3L).handshake()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void readsTrustFromFiles() throws IOException {
        PKI.root().writePem(folder, "root");
        PKI.issuer().writePem(folder, "issuer");

        assertThat(profile("trust", "platform").trust()).isEqualTo(new Trust.Platform());
        assertThat(profile("trust", "anyone").trust()).isEqualTo(new Trust.Anyone());
        assertThat(profile("trust", folder + "/root.pem," + folder + "/issuer.pem")
                        .trust())
                .isEqualTo(new Trust.Authorities(
                        List.of(PKI.trusted(), PKI.issuer().certificate())));
    }

    @Test
    void readsKeysFromFiles() throws Exception {
        Issued me = PKI.client("me").writePem(folder, "me");
        me.writePkcs12(folder.resolve("me.p12"), "s3cret");

        TlsProfile profile = profile(
                "keys",
                new String[] {"*.test=" + folder + "/me.pem;" + folder + "/me.key", "* = " + folder + "/me.p12"},
                "keys.password",
                "s3cret");

        assertThat(profile.identities()).hasSize(2).allMatch(one -> one.chain().equals(me.chain()));
        assertThat(profile.identities().get(0).hosts()).isEqualTo("*.test");
        assertThat(profile.identities().get(1).hosts()).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name         | ''       | name: expected the name of the profile, got ""
            tust         | platform | got "tust"
            base         | medium   | base: expected "high" or "low", got "medium"
            ranking      | first    | ranking: expected a whole number, got "first"
            host.checked | maybe    | host.checked: expected true or false, got "maybe"
            protocols    | TLSv1    | protocols: expected some of [TLSv1.3, TLSv1.2], got [TLSv1]
            pins         | abc      | got "abc"
            sni          | a..b     | sni: expected "target", "none" or another host
            sni          | 127.0.0.1 | sni: expected "target", "none" or another host: Expected a name, as addresses
            handshake    | soon     | handshake: expected 0.001 to 3600 seconds, got "soon"
            handshake    | 0        | handshake: expected 0.001 to 3600 seconds, got "0"
            handshake    | 1e9      | handshake: expected 0.001 to 3600 seconds, got "1e9"
            handshake    | NaN      | handshake: expected 0.001 to 3600 seconds, got "NaN"
            provider     | Nope     | provider: expected one that is installed and can do TLS, of [SunJSSE], got "Nope"
            provider     | SUN      | got "SUN"
            ciphers      | NOPE     | ciphers: expected suites that the provider knows, such as TLS_AES_
            ciphers      | TLS_AES_128_GCM_SHA256,NOPE | got "NOPE"
            trust        | platform,x.pem | trust: expected "platform" or "anyone" alone, or files
            trust        | ''       | trust: expected "platform", "anyone" or files, got none
            protocols    | ' , '    | protocols: expected some of [TLSv1.3, TLSv1.2], got none
            pins         | ''       | pins: expected hashes of keys, or "none", got none
            .pins        | AAAA     | pins: expected 32 octets in Base64
            .trust       | ''       | trust: expected "platform"
            .host.checked | maybe   | host.checked: expected true or false, got "maybe"
            .private     | 1        | got "private"
            ..pins       | none     | got ".pins"
            keys         | me.pem   | keys: expected hosts, "=" and a file
            keys         | =me.pem  | keys: expected hosts, "=" and a file
            keys         | *=       | keys: expected hosts, "=" and a file
            """)
    void tellsWhatIsWrong(String key, String value, String error) {
        assertThatThrownBy(() -> profile(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(error);
    }

    @Test
    void aKeyWithADotBeforeItMeansTheSame() throws IOException {
        assertThat(profile(".pins", PIN, ".host.checked", "false", ".sni", "none"))
                .isEqualTo(profile("pins", PIN, "host.checked", "false", "sni", "none"));
        assertThat(NamedProfile.of(Map.of(".name", "mine", ".ranking", 3)).ranking())
                .isEqualTo(3);
        assertThatThrownBy(() -> profile("pins", PIN, ".pins", PIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a key with a dot before it or without, got both \"pins\" and \".pins\"");
    }

    @Test
    void emptyListsOfWhatIsCheckedAreRefused() {
        for (String key : List.of("pins", "trust", "protocols")) {
            for (Object nothing : List.of(new String[0], List.of(), List.of(""))) {
                assertThatThrownBy(() -> profile(key, nothing))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(key + ": expected ")
                        .hasMessageEndingWith(", got none");
            }
        }
    }

    @Test
    void noPinsAreSaidByAWord() throws IOException {
        assertThat(profile("pins", "none").pins()).isEmpty();
        assertThatThrownBy(() -> profile("pins", "none," + PIN)).hasMessageContaining("got \"none\"");
    }

    @Test
    void passwordsKeepTheirBlanks() throws Exception {
        Issued me = PKI.client("me");
        me.writePkcs12(folder.resolve("me.p12"), " s3cret ");

        assertThat(profile("keys", "*=" + folder + "/me.p12", "keys.password", " s3cret ")
                        .identities())
                .hasSize(1);
        assertThatThrownBy(() -> profile("keys", "*=" + folder + "/me.p12", "keys.password", "s3cret"))
                .hasMessageContaining("expected the right password")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void tellsTheFileThatCannotBeRead() {
        assertThatThrownBy(() -> profile("trust", folder + "/none.pem"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + "/none.pem");
    }
}
