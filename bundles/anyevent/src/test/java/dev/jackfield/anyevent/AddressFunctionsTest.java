package dev.jackfield.anyevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostService;
import dev.jackfield.address.Protocol;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the seed, and one for each way to fail. */
class AddressFunctionsTest {
    @ParameterizedTest
    @CsvSource({"10.1, 0a000001", "10.0x020304, 0a020304", "0x12345678, 12345678", "0377.0377.0377.0377, ffffffff"})
    void parsesAllFormsOfPosix(String text, String octets) {
        assertThat(AnyEvent.parseIpv4(text).map(HexFormat.of()::formatHex)).contains(octets);
    }

    @ParameterizedTest
    @CsvSource({"2002:5345::10.0.0.1, 2002534500000000000000000a000001", "192.89.98.1, 00000000000000000000ffffc0596201"
    })
    void parsesIpv6WithIpv4InIt(String text, String octets) {
        assertThat(AnyEvent.parseIpv6(text).map(HexFormat.of()::formatHex)).contains(octets);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 0a010203", "::ffff:10.1.2.3, 0a010203", "unix/, 0100"})
    void parsesWhateverItIs(String text, String octets) {
        assertThat(AnyEvent.parseAddress(text).map(HexFormat.of()::formatHex)).contains(octets);
        assertThat(AnyEvent.aton(text).map(HexFormat.of()::formatHex)).contains(octets);
    }

    @Test
    void knowsNoNamesAmongAddresses() {
        assertThat(AnyEvent.parseAddress("localhost")).isEmpty();
        assertThat(AnyEvent.parseIpv4("::1")).isEmpty();
        assertThat(AnyEvent.parseIpv6("fe80::1%lo")).isEmpty();
        assertThat(AnyEvent.parseUnix("unix")).isEmpty();
    }

    @Test
    void formatsWhateverItIs() {
        assertThat(AnyEvent.formatAddress(new byte[] {1, 2, 3, 5})).contains("1.2.3.5");
        assertThat(AnyEvent.ntoa(AnyEvent.parseIpv6("1.2.3.5").orElseThrow())).contains("1.2.3.5");
        assertThat(AnyEvent.formatIpv6(AnyEvent.parseIpv6("1.2.3.5").orElseThrow()))
                .isEqualTo("::ffff:1.2.3.5");
        assertThat(AnyEvent.formatIpv4(new byte[] {127, 0, 0, 1})).isEqualTo("127.0.0.1");
        assertThat(AnyEvent.formatAddress(AnyEvent.parseUnix("unix/").orElseThrow()))
                .contains("unix/");
        assertThat(AnyEvent.formatAddress(new byte[5])).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyEvent.formatIpv4(new byte[2]))
                .withMessage("Expected 4 octets, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyEvent.formatIpv6(new byte[4]))
                .withMessage("Expected 16 octets, got 4");
    }

    @Test
    void tellsFamilies() {
        assertThat(AnyEvent.addressFamily(new byte[4])).isEqualTo(StandardProtocolFamily.INET);
        assertThat(AnyEvent.addressFamily(new byte[16])).isEqualTo(StandardProtocolFamily.INET6);
        assertThat(AnyEvent.addressFamily(new byte[] {1, 0})).isEqualTo(StandardProtocolFamily.UNIX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyEvent.addressFamily(new byte[3]))
                .withMessage("Expected 4 or 16 octets, or those of the UNIX token, got 3");
    }

    @Test
    void splitsHostsAndPorts() {
        assertThat(AnyEvent.parseHostport("localhost:443")).contains(new HostService("localhost", "443"));
        assertThat(AnyEvent.parseHostport("localhost", "https")).contains(new HostService("localhost", "https"));
        assertThat(AnyEvent.parseHostport("[::1]")).isEmpty();
        assertThat(AnyEvent.parseHostport("/tmp/debug.sock")).contains(new HostService("unix/", "/tmp/debug.sock"));
        assertThat(AnyEvent.formatHostport("::1", "80")).isEqualTo("[::1]:80");
        assertThat(AnyEvent.formatHostport("localhost", "")).isEqualTo("localhost");
    }

    @Test
    void knowsProtocols() {
        assertThat(AnyEvent.getprotobyname("tcp")).contains(new Protocol("tcp", "TCP", 6));
        assertThat(AnyEvent.getprotobyname("bogus")).isEmpty();
    }

    @Test
    void packsSocketAddresses() {
        byte[] host = AnyEvent.parseAddress("192.0.2.1").orElseThrow();
        assertThat(AnyEvent.packSockaddr("43", host)).isEqualTo(new InetSocketAddress("192.0.2.1", 43));
        assertThat(AnyEvent.packSockaddr("/tmp/x", new byte[] {1, 0})).isEqualTo(UnixDomainSocketAddress.of("/tmp/x"));
        assertThat(AnyEvent.unpackSockaddr(new InetSocketAddress("192.0.2.1", 43)))
                .isEqualTo(new HostService("192.0.2.1", "43"));
        assertThat(AnyEvent.unpackSockaddr(UnixDomainSocketAddress.of("/tmp/x")))
                .isEqualTo(new HostService("unix/", "/tmp/x"));
        for (String port : new String[] {"65536", "-1", "http", "80x", ""}) {
            assertThatIllegalArgumentException().isThrownBy(() -> AnyEvent.packSockaddr(port, host));
        }
    }

    @Test
    void setsOptionsAndTellsWhetherItCould() throws Exception {
        try (SocketChannel stream = SocketChannel.open();
                ServerSocketChannel listener = ServerSocketChannel.open()) {
            assertThat(AnyEvent.tcpNodelay(stream, true)).isTrue();
            assertThat(AnyEvent.tcpNodelay(listener, true)).isFalse();
            boolean offered = stream.supportedOptions().stream()
                    .anyMatch(option -> option.name().equals("TCP_CONGESTION"));
            assertThat(AnyEvent.tcpCongestion(stream, "reno")).isEqualTo(offered);
        }
    }
}
