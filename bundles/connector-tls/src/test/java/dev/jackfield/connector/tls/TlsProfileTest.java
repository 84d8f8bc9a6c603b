package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsProfileTest {
    private static final TlsProfile HIGH = TlsProfile.high();

    @Test
    void highVerifiesAndLowDoesNot() {
        assertThat(HIGH.trust()).isEqualTo(new Trust.Platform());
        assertThat(HIGH.hostChecked()).isTrue();
        assertThat(HIGH.protocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(TlsProfile.low().trust()).isEqualTo(new Trust.Anyone());
        assertThat(TlsProfile.low().hostChecked()).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> HIGH.withProtocols(List.of("TLSv1.1")))
                .hasMessage("protocols: expected some of [TLSv1.3, TLSv1.2], got [TLSv1.1]");
        assertThatThrownBy(() -> HIGH.withProtocols(List.of())).hasMessageContaining("got []");
        assertThatThrownBy(() -> HIGH.withPins(List.of("c2hvcnQ="))).hasMessageContaining("pins: expected 32 octets");
        assertThatThrownBy(() -> HIGH.withPins(List.of("%"))).hasMessageContaining("got \"%\"");
        assertThatThrownBy(() -> HIGH.withAlpn(List.of(""))).hasMessageContaining("alpn: expected names");
        assertThatThrownBy(() -> HIGH.withAlpn(List.of("x".repeat(256)))).hasMessageContaining("1 to 255");
        assertThatThrownBy(() -> HIGH.withHandshake(Duration.ZERO)).hasMessageContaining("handshake: expected a time");
        assertThatThrownBy(() -> new Trust.Authorities(List.of())).hasMessageContaining("got none");
        assertThatThrownBy(() -> new Sni.Other(HostName.of("a.example."))).hasMessageContaining("final dot");
        assertThatThrownBy(() -> new Sni.Other(HostName.of("127.0.0.1")))
                .hasMessage("Expected a name, as addresses are not told (RFC 6066 section 3), got \"127.0.0.1\"");
    }

    @Test
    void whatCouldNeverShakeHandsIsRefusedWhenItIsPluggedIn() {
        assertRefused(HIGH.withProvider("NoSuch"), "provider: expected one that is installed", "got \"NoSuch\"");
        assertRefused(HIGH.withProvider("SunRsaSign"), "provider: expected one that is installed and can do TLS");
        assertRefused(
                HIGH.withCiphers(List.of("NOPE")), "ciphers: expected suites that the provider knows", "got [NOPE]");
        String old = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
        assertRefused(
                HIGH.withCiphers(List.of("TLS_AES_128_GCM_SHA256")).withProtocols(List.of("TLSv1.2")),
                "protocols and ciphers: expected a suite of one of the versions",
                "got [TLSv1.2] and [TLS_AES_128_GCM_SHA256]");
        assertRefused(
                HIGH.withCiphers(List.of(old)).withProtocols(List.of("TLSv1.3")),
                "protocols and ciphers: ",
                "got [TLSv1.3] and [" + old + "]");
        assertRefused(
                HIGH.withCiphers(List.of("TLS_EMPTY_RENEGOTIATION_INFO_SCSV")), "protocols and ciphers: ", "_SCSV]");
        Tls.of(HIGH.withCiphers(List.of("NOPE", old)));
    }

    private static void assertRefused(TlsProfile profile, String... words) {
        assertThatThrownBy(() -> Tls.of(profile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words)
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(250));
        assertThatThrownBy(() -> Tls.open().plug("mine", 0, profile)).hasMessageContainingAll(words);
    }

    @Test
    void showsNoKey() {
        String shown = HIGH.withIdentities(List.of(TestKeys.identity("*"))).toString();
        assertThat(shown).contains("Identity[*, CN=Jackfield client]").doesNotContainIgnoringCase("privatekey");
    }

    @Test
    void identitiesSuitHosts() {
        assertThat(TestKeys.identity("*").suits("any.example")).isTrue();
        assertThat(TestKeys.identity("*.example").suits("A.B.EXAMPLE")).isTrue();
        assertThat(TestKeys.identity("*.example").suits("example")).isFalse();
        assertThat(TestKeys.identity("*.example").suits("badexample")).isFalse();
        assertThat(TestKeys.identity("Origin.example").suits("origin.example")).isTrue();
        assertThat(TestKeys.identity("origin.example").suits("x.origin.example"))
                .isFalse();
        assertThat(TestKeys.identity("192.0.2.1").suits("192.0.2.1")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "[::1], ::1",
        "::1, ::1",
        "0:0:0:0:0:0:0:1, ::1",
        "[2001:DB8::1], 2001:db8:0::1",
        "10.0.0.0/8, 10.1.2.3",
        "[2001:db8::]/32, 2001:db8::7",
        "b\u00fccher.example, xn--bcher-kva.example",
        "*.b\u00fccher.example, a.xn--bcher-kva.example",
        "example.com., example.com",
        "example.com, EXAMPLE.com.",
        "*.example.com., a.example.com",
    })
    void whateverIsAcceptedCanFit(String pattern, String host) {
        assertThat(TestKeys.identity(pattern).suits(host)).isTrue();
    }

    @Test
    void aStarBeforeANameFitsNoAddress() {
        assertThat(TestKeys.identity("*").suits("10.0.0.1")).isTrue();
        assertThat(TestKeys.identity("*").suits("")).isTrue();
        assertThat(TestKeys.identity("a.example").suits("")).isFalse();
        for (String never : List.of("*.1", "*.0.0.1", "*.example.1", "10.0.0", "010.0.0.1", "a.example:443", "*:443")) {
            assertThatThrownBy(() -> TestKeys.identity(never))
                    .as(never)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got \"" + never + "\": ");
        }
    }

    @Test
    void patternsHaveOneStarAtTheBeginning() {
        for (String wrong : List.of("", "a*", "*a", "*.", "*.*.example", "a.*.example", "**")) {
            assertThatThrownBy(() -> TestKeys.identity(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got \"" + wrong + "\"");
        }
    }

    @Test
    void aClientCertificateIsShown() {
        TlsProfile profile = TestKeys.profile().withIdentities(List.of(TestKeys.identity("*.example")));
        InMemory wires = InMemory.connect(Tls.of(profile), engine -> engine.setNeedClientAuth(true));
        assertThat(wires.engine.getSession().getLocalPrincipal()).isNotNull();
        assertThat(principal(wires)).isEqualTo("CN=Jackfield client");
    }

    private static String principal(InMemory wires) {
        try {
            return wires.engine.getSession().getPeerPrincipal().getName();
        } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
            return "nobody: " + e.getMessage();
        }
    }
}
