package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said about encrypting is done, or refused: a route that encrypts by itself leaves nothing of it to be done. */
class TlsOnRouteTest {
    private static final String URL = "https://127.0.0.1:1/";

    @ParameterizedTest
    @ValueSource(strings = {"get https://127.0.0.1:1/", "get http://127.0.0.1:1/", "connect 127.0.0.1:1"})
    void refusesWhatTheRouteWouldNotDo(String command) {
        String[] words = command.split(" ");
        Typed typed = Typed.line(words[0], "-k", "--route", "plain > tls(high)", words[1]);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("jackfield: --insecure: expected a route that does not encrypt by itself, or does it by"
                        + " tls(low), got one that ends in tls(high)")
                .doesNotContain("nobody checks");
    }

    @ParameterizedTest
    @CsvSource({
        "--tls, low, plain > tls(high)",
        "--tls, high, plain > tls",
        "--tls, none-such, plain > tls(high)",
        "--tls, low, plain > tls(low) > socks5(127.0.0.1:1) > tls(high)",
        "--tls, low, plain > not-there > tls(high)",
    })
    void namesTheOption(String option, String value, String route) {
        Typed typed = Typed.line("get", option, value, "--route", route, URL);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: " + option + ": expected a route");
    }

    @ParameterizedTest
    @CsvSource({
        "get, plain > tls(low), https://127.0.0.1:1/",
        "get, plain, https://127.0.0.1:1/",
        "connect, plain > tls(low), 127.0.0.1:1",
        "connect, plain, 127.0.0.1:1",
    })
    void goesOnWhereBothSayTheSame(String command, String route, String target) {
        Typed typed = Typed.line(command, "-k", "--route", route, target);
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.err()).contains("hop 1 of 2, plain to 127.0.0.1:1");
    }

    @Test
    void aKeyAloneIsRefusedByConnectToo() {
        Typed typed = Typed.line("connect", "--key", "x", "127.0.0.1:1");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: --key: expected --cert with it, got none");
    }
}
