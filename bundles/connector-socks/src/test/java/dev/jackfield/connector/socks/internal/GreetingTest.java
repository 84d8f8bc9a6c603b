package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GreetingTest {
    private static final String EXPECTED = "Expected version 5 of SOCKS from the SOCKS proxy, got ";

    @Test
    void offersWhatItHas() throws Exception {
        assertThat(Ear.hex(anonymous().said())).isEqualTo("050100");
        assertThat(Ear.hex(known().said())).isEqualTo("05020200");
    }

    @Test
    void goesOnAsTheProxyChooses() throws Exception {
        assertThat(Ear.after(this::anonymous, "0500").next()).containsInstanceOf(Request5.class);
        assertThat(Ear.after(this::known, "0500").next()).containsInstanceOf(Request5.class);
        assertThat(Ear.after(this::known, "0502").next()).containsInstanceOf(Login.class);
    }

    @Test
    void saysWhatTheProxyWantsInstead() throws Exception {
        assertThat(Ear.refusal(this::anonymous, "0502"))
                .hasMessage("Expected the SOCKS proxy to be content with no authentication,"
                        + " but it wants user and password");
        assertThat(Ear.refusal(this::anonymous, "0501")).hasMessageEndingWith(", but it wants GSSAPI");
        assertThat(Ear.refusal(this::known, "0580")).hasMessageEndingWith(", but it wants method 0x80");
        SocksFailure none = Ear.refusal(this::known, "05ff");
        assertThat(none)
                .hasMessage("Expected the SOCKS proxy to be content with user and password, or no authentication,"
                        + " but it accepts none of that");
        assertThat(none.reason()).isEqualTo(Reason.NOT_AUTHORIZED);
        assertThat(none.code()).hasValue(255);
    }

    @Test
    void guessesWhoItIsThatAnswers() throws Exception {
        SocksFailure http = Ear.refusal(this::anonymous, Ear.hex("H"));
        assertThat(http).hasMessage(EXPECTED + "0x48: it seems to speak HTTP");
        assertThat(http.reason()).isEqualTo(Reason.GARBLED);
        assertThat(http.code()).isEqualTo(OptionalInt.empty());
        assertThat(Ear.refusal(this::anonymous, Ear.hex("<"))).hasMessageEndingWith(" HTTP");
        assertThat(Ear.refusal(this::anonymous, Ear.hex("S"))).hasMessageEndingWith(" SSH");
        assertThat(Ear.refusal(this::anonymous, "15")).hasMessageEndingWith(" TLS");
        assertThat(Ear.refusal(this::anonymous, "16")).hasMessageEndingWith(" TLS");
        assertThat(Ear.refusal(this::anonymous, "00")).hasMessageEndingWith(" SOCKS 4");
        assertThat(Ear.refusal(this::anonymous, "04")).hasMessage(EXPECTED + "0x04");
    }

    @Test
    void saysHowFarItCame() throws Exception {
        Exchange greeting = anonymous();
        assertThat(greeting.ended())
                .hasMessage("Expected a whole answer of the SOCKS proxy, but it hung up without any to the greeting");
        greeting.hear(ByteBuffer.wrap(new byte[] {5}));
        assertThat(greeting.ended()).hasMessageEndingWith(", but it hung up after 1 octet of that to the greeting");
        assertThat(greeting.ended().reason()).isEqualTo(Reason.CUT_OFF);
    }

    private Exchange anonymous() {
        return greeting(Credentials.NONE);
    }

    private Exchange known() {
        return greeting(new Credentials("user", "secret"));
    }

    private static Exchange greeting(Credentials credentials) {
        try {
            return new Greeting(Destination.of(HostPort.of("origin.test", 443)), credentials);
        } catch (SocksFailure e) {
            throw new AssertionError(e);
        }
    }
}
