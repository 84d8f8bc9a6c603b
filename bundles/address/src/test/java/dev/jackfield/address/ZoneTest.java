package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTest {
    private static final long LINK_LOCAL = 0xfe80L << 48;

    @ParameterizedTest
    @CsvSource({
        "fe80::1%eth0, fe80::1%eth0",
        "FEBF::0:1%2, febf::1%2",
        "fe80::1%25, fe80::1%25",
        "fe80::1%251, fe80::1%251",
        "fe80::1%0, fe80::1%0",
        "fe80::1%2147483647, fe80::1%2147483647",
        "fe80::1%3g-wan, fe80::1%3g-wan",
        "fe80::1%br-lan.100_~, fe80::1%br-lan.100_~",
        "fe80::127.0.0.1%lo, fe80::7f00:1%lo",
        "ff01::1%lo, ff01::1%lo",
        "ff02::fb%en0, ff02::fb%en0",
        "ff12::1%en0, ff12::1%en0",
        "ff05::2%7, ff05::2%7"
    })
    void readsZonesWhereTheScopeNeedsOne(String text, String usual) {
        assertThat(Ipv6.parseScoped(text).orElseThrow()).hasToString(usual);
        assertThat(IpAddress.parseScoped(text).orElseThrow()).hasToString(usual);
        assertThat(IpAddress.parse(text)).isEmpty();
        assertThat(Ipv6.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1%lo",
                "::%1",
                "2001:db8::1%eth0",
                "fec0::1%eth0",
                "fec0::%1",
                "fd00::1%eth0",
                "ff00::1%1",
                "ff0e::1%1",
                "ff0f::1%1",
                "::ffff:127.0.0.1%1",
                "127.0.0.1%1",
                "1%1",
                "%1",
                "%",
                ":%1",
                "fe80::1%",
                "fe80::1%%1",
                "fe80::1%25eth0",
                "fe80::1%2147483648",
                "fe80::1%99999999999999999999",
                "fe80::1% 1",
                "fe80::1%1 ",
                "fe80::1%eth0:1",
                "fe80::1%eth0/64",
                "fe80::1%\u00e4",
                "fe80::1%\u0661",
                "fe80::1%\ud800",
                "fe80::1%a\u0000",
                "fe80::1%aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "fe80:%1",
                "fe80%1",
                "[fe80::1%1]"
            })
    void refusesTheRest(String text) {
        assertThat(Ipv6.parseScoped(text)).isEmpty();
        assertThat(IpAddress.parseScoped(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "::1", "fe80::1", "1::ffff:1.2.3.4"})
    void needsNoZone(String text) {
        assertThat(IpAddress.parseScoped(text)).contains(IpAddress.of(text));
    }

    @Test
    void keepsAMappedAddressWhereIpv6IsAskedFor() {
        assertThat(Ipv6.parseScoped("127.1")).contains(new Ipv6(0, 0xffff7f000001L));
        assertThat(IpAddress.parseScoped("::ffff:127.1")).contains(new Ipv4(0x7f000001));
    }

    @Test
    void takesZonesOfTheGreatestLengthAndNoMore() {
        String longest = "x".repeat(Ipv6.MAX_ZONE);
        assertThat(IpAddress.parseScoped("fe80::%" + longest)).contains(new Ipv6(LINK_LOCAL, 0, longest));
        assertThat(IpAddress.parseScoped("fe80::%x" + longest)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ipv6(LINK_LOCAL, 0, "x" + longest))
                .withMessage("Expected a zone such as eth0 or 2, of at most 32 letters, digits, '-', '.', '_' and '~',"
                        + " got \"x" + longest + "\"");
    }

    @Test
    void isNotMadeWithAZoneThatHasNoUse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ipv6(0, 1, "lo"))
                .withMessage("Expected no zone, because the address is neither link-local nor multicast of less than"
                        + " global scope, got \"lo\"");
    }

    @Test
    void handsNumbersToTheJdkAndTakesThemBack() {
        IpAddress address = IpAddress.parseScoped("fe80::1%7").orElseThrow();
        Inet6Address jdks = (Inet6Address) address.toInetAddress();
        assertThat(jdks.getScopeId()).isEqualTo(7);
        assertThat(IpAddress.of(jdks)).isEqualTo(address);
    }

    @Test
    void leavesNamesAwayBecauseTheyWouldHaveToBeLookedUp() {
        Inet6Address jdks =
                (Inet6Address) IpAddress.parseScoped("fe80::1%lo").orElseThrow().toInetAddress();
        assertThat(jdks.getScopeId()).isZero();
        assertThat(jdks.getScopedInterface()).isNull();
        assertThat(IpAddress.of(jdks)).hasToString("fe80::1");
    }

    @Test
    void dropsTheJdksZoneWhereItHasNoUse() throws Exception {
        byte[] octets = IpAddress.of("2001:db8::1").octets();
        assertThat(IpAddress.of(Inet6Address.getByAddress(null, octets, 7))).hasToString("2001:db8::1");
    }
}
