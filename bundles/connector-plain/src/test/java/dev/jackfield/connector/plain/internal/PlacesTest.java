package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final long LINK_LOCAL = 0xFE80_0000_0000_0000L;

    @Test
    void knowsAllKinds() throws IOException {
        assertThat(Places.of(new Target(new Ipv4(0x7F000001), 80))).isEqualTo(new InetSocketAddress("127.0.0.1", 80));
        assertThat(Places.of(new Target(new Ipv6(0, 1), 80))).isEqualTo(new InetSocketAddress("::1", 80));
        assertThat(Places.of(new Target(new UnixAddress("/a/b"), 0))).isEqualTo(UnixDomainSocketAddress.of("/a/b"));
    }

    @Test
    void findsTheInterfaceOfAZoneByNameAndByNumber() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByName("lo");
        int index = loopback.getIndex();
        assertThat(scope(loopback.getName())).isEqualTo(index);
        assertThat(scope(String.valueOf(index))).isEqualTo(index);
    }

    @Test
    void saysThatThereIsNoSuchInterface() {
        for (String zone : new String[] {"nonesuch0", "4711", "0", "2147483647", "-1"}) {
            assertThatThrownBy(() -> scope(zone))
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Expected the name or the number of a network interface of this machine behind the %,"
                            + " got \"" + zone + "\"");
        }
    }

    @Test
    void countsTheOctetsOfAPath() throws IOException {
        assertThat(UnixPaths.longest("Linux")).isEqualTo(106);
        assertThat(UnixPaths.longest("Windows 11")).isEqualTo(106);
        assertThat(UnixPaths.longest("Mac OS X")).isEqualTo(102);
        assertThat(UnixPaths.longest("FreeBSD")).isEqualTo(102);
        assertThat(Places.unix("/12345", 6).getPath()).hasToString("/12345");
        assertThatThrownBy(() -> Places.unix("/123456", 6))
                .isInstanceOf(SocketException.class)
                .hasMessage("Expected the path of a UNIX domain socket to have at most 6 octets, got 7");
    }

    @Test
    void knowsWhereFailuresAreNeverSignalled() {
        assertThat(Leg.neverSignalled("Windows Server 2022")).isTrue();
        assertThat(Leg.neverSignalled("Linux")).isFalse();
        assertThat(Leg.PATIENCE).hasSeconds(30);
    }

    private static int scope(String zone) throws IOException {
        InetSocketAddress place = (InetSocketAddress) Places.of(new Target(new Ipv6(LINK_LOCAL, 1, zone), 80));
        return ((Inet6Address) place.getAddress()).getScopeId();
    }
}
