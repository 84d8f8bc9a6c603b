package dev.jackfield.connector.socks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the panel, and what may stand in the brackets. */
class SocksServicesTest {
    private final Panel panel = Panel.open();

    @ParameterizedTest
    @ValueSource(strings = {"socks4", "socks4a", "socks5"})
    void areOnThePanel(String name) throws Exception {
        Layer layer = layer(name);
        assertThat(layer.encrypts()).isFalse();
        assertThat(layer.configured(Link.parse(name))).isNotNull();
        assertThat(layer.configured(Link.parse(name + "(127.0.0.1:1080)"))).isNotNull();
        assertThat(layer.configured(Link.parse(name + "(user@127.0.0.1:1080)"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks4", "socks4a", "socks5"})
    void refuseOptions(String name) {
        refuses(
                name + "(high)",
                "Expected the address of a proxy in brackets, as in " + name + "(127.0.0.1:1080), got " + name
                        + "(high)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks4", "socks4a"})
    void haveNoPasswordsInVersion4(String name) {
        refuses(
                name + "(user:secret@127.0.0.1:1080)",
                "Expected \"" + name + "\" with at most a user before the address, as SOCKS 4 has no passwords, got "
                        + name + "(user:***@127.0.0.1:1080)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks4", "socks4a", "socks5"})
    void refuseUsersThatAreTooLong(String name) throws Exception {
        layer(name).configured(Link.parse(name + "(" + "x".repeat(255) + "@127.0.0.1:1080)"));
        assertThatThrownBy(() -> layer(name).configured(Link.parse(name + "(" + "x".repeat(256) + "@127.0.0.1:1080)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("to 255 octets for a SOCKS proxy, got 256");
    }

    @Test
    void refusePasswordsThatAreTooLongOrNobodys() {
        refuses(
                "socks5(user:" + "x".repeat(256) + "@127.0.0.1:1080)",
                "Expected a password of 0 to 255 octets for a SOCKS proxy, got 256");
        refuses("socks5(:secret@127.0.0.1:1080)", "Expected a user of 1 to 255 octets for a SOCKS proxy, got 0");
    }

    @Test
    void refuseControlsInTheUserOfVersion4() {
        assertThatThrownBy(() -> Socks4.as("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without control characters");
        assertThatThrownBy(() -> Socks4a.as("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(String link, String message) {
        Link parsed = Link.parse(link);
        assertThatThrownBy(() -> layer(parsed.name()).configured(parsed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private Layer layer(String name) {
        return panel.layer(name).orElseThrow().plugged();
    }
}
