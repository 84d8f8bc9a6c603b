package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Destination ORIGIN =
            new Destination.Named(HostPort.of("origin.test", 443), HostName.of("origin.test"));

    @Test
    void tellsUserAndPassword() {
        assertThat(said("us\u00e9r", "secret")).isEqualTo("01" + "05" + "7573c3a972" + "06" + Ear.hex("secret"));
        assertThat(said("u", "")).isEqualTo("01017500");
    }

    @Test
    void goesOnWithTheRequestIfTheyAreRight() throws Exception {
        assertThat(Ear.after(LoginTest::login, "0100").next()).containsInstanceOf(Request5.class);
    }

    @Test
    void saysIfTheyAreWrong() throws Exception {
        SocksFailure failure = Ear.refusal(LoginTest::login, "0101");
        assertThat(failure)
                .hasMessage("Expected the SOCKS proxy to accept user and password,"
                        + " but it refused them with status 0x01");
        assertThat(failure.reason()).isEqualTo(Reason.NOT_AUTHORIZED);
        assertThat(failure.code()).hasValue(1);
        assertThat(Ear.refusal(LoginTest::login, "01ff").code()).hasValue(255);
    }

    @Test
    void hasAVersionOfItsOwn() throws Exception {
        assertThat(Ear.refusal(LoginTest::login, "05"))
                .hasMessage("Expected version 1 of the answer to user and password from the SOCKS proxy, got 0x05");
    }

    @Test
    void takesWhatFitsALengthOfOneOctet() {
        String longest = "x".repeat(255);
        assertThat(said(longest, longest))
                .isEqualTo("01" + "ff" + Ear.hex(longest) + "ff" + Ear.hex(longest))
                .hasSize(2 * (3 + 2 * 255));
        refuses(longest + "x", "secret", "Expected a user of 1 to 255 octets for a SOCKS proxy, got 256");
        refuses("", "secret", "Expected a user of 1 to 255 octets for a SOCKS proxy, got 0");
        refuses("user", "\u00e9".repeat(128), "Expected a password of 0 to 255 octets for a SOCKS proxy, got 256");
    }

    private static void refuses(String user, String password, String message) {
        assertThatThrownBy(() -> Login.check(new Credentials(user, password)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Login login() {
        return new Login(ORIGIN, new Credentials("user", "secret"));
    }

    private static String said(String user, String password) {
        return Ear.hex(new Login(ORIGIN, new Credentials(user, password)).said());
    }
}
