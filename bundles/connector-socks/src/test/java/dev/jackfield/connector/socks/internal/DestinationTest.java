package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import org.junit.jupiter.api.Test;

class DestinationTest {
    @Test
    void takesLiteralsForAddresses() throws Exception {
        literal("192.0.2.1:80", "192.0.2.1");
        literal("127.1:80", "127.0.0.1");
        literal("[2001:db8::1]:80", "2001:db8::1");
        literal("[::ffff:192.0.2.1]:80", "192.0.2.1");
        literal("\uff11\uff12\uff17.0.0.1:80", "127.0.0.1");
    }

    @Test
    void writesNamesAsTheyAreLookedUp() throws Exception {
        named("Origin.TEST:80", "origin.test");
        named("origin.test.:80", "origin.test.");
        named("b\u00fccher.test:80", "xn--bcher-kva.test");
        named("localhost:80", "localhost");
    }

    @Test
    void takesServicesWithAPort() throws Exception {
        assertThat(Destination.of(HostPort.parse("origin.test:https")).target().port())
                .isEqualTo(443);
        assertThat(Destination.of(HostPort.parse("origin.test:unheard-of=99"))
                        .target()
                        .port())
                .isEqualTo(99);
    }

    @Test
    void refusesWhatNoProxyCouldBeTold() {
        refuses(
                HostPort.parse("origin.test:unheard-of"),
                "Expected a target with a port from 1 to 65535, or a service with a known one,"
                        + " got origin.test:unheard-of");
        refuses(
                HostPort.of("192.0.2.1", 0),
                "Expected a target with a port from 1 to 65535, or a service with a known one, got 192.0.2.1:0");
        refuses(
                HostPort.unix("/run/a.sock"),
                "Expected a host and a port for a SOCKS proxy to connect to,"
                        + " got the path of a UNIX domain socket, unix/:/run/a.sock");
        refuses(
                HostPort.parse("[fe80::1%eth0]:80"),
                "Expected an address without a zone, which only means something on this machine,"
                        + " got [fe80::1%eth0]:80");
    }

    @Test
    void saysWhatIsWrongWithAName() {
        assertThatThrownBy(() -> Destination.of(HostPort.of("x".repeat(64) + ".test", 80)))
                .isInstanceOf(SocksFailure.class)
                .hasMessageContaining("63")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private static void literal(String target, String address) throws Exception {
        HostPort asked = HostPort.parse(target);
        assertThat(Destination.of(asked)).isEqualTo(new Destination.Literal(asked, IpAddress.of(address)));
    }

    private static void named(String target, String name) throws Exception {
        HostPort asked = HostPort.parse(target);
        assertThat(Destination.of(asked)).isEqualTo(new Destination.Named(asked, HostName.of(name)));
    }

    private static void refuses(HostPort target, String message) {
        assertThatThrownBy(() -> Destination.of(target))
                .isInstanceOf(SocksFailure.class)
                .hasMessage(message)
                .extracting(failure -> ((SocksFailure) failure).reason())
                .isEqualTo(Reason.UNFIT_TARGET);
    }
}
