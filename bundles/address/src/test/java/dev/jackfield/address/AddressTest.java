package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void mapsIpv4IntoIpv6AndBack() {
        Ipv4 address = new Ipv4(0xC0000201);
        assertThat(Ipv6.mapped(address)).hasToString("::ffff:192.0.2.1");
        assertThat(Ipv6.mapped(address).unmapped()).isEqualTo(address);
        assertThat(new Ipv6(0, 1).unmapped()).isEqualTo(new Ipv6(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.1", "127.0.1", "0x7f.1", "0X7F.1", "017700000001", "2130706433", "::ffff:127.1"
            })
    void readsEveryFormOfTheSameAddress(String text) {
        assertThat(IpAddress.of(text)).isEqualTo(new Ipv4(0x7f000001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.",
                ".1",
                "1..2",
                "1.2.3.4.5",
                "+1",
                "-1",
                " 1",
                "1 ",
                "1\n",
                "08",
                "0x",
                "0x.1",
                "1.256.1",
                "4294967296",
                "1.16777216",
                "256.1.1.1",
                "1.2.3.256",
                "\u0661.1",
                "\uff11.1.1.1",
                ":",
                ":1",
                "1:",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "::1%1",
                "[::1]",
                "::1/64",
                "::1.2.3.4.5",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "unix/",
                "localhost"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.of(text))
                .withMessageStartingWith("Expected an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1, got \"");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "0:0:0:0:0:0:0:0, ::",
        "1:0:0:0:0:0:0:0, 1::",
        "::1.2.3.4, ::102:304",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "10.0x20304, 10.2.3.4"
    })
    void writesTheUsualForm(String text, String usual) {
        assertThat(IpAddress.of(text)).hasToString(usual);
    }

    @Test
    void keepsAMappedAddressWhereIpv6IsAskedFor() {
        assertThat(Ipv6.parse("::ffff:192.0.2.1")).contains(new Ipv6(0, 0xffffc0000201L));
        assertThat(Ipv6.parse("192.0.2.1").orElseThrow()).hasToString("::ffff:192.0.2.1");
    }

    @Test
    void agreesWithTheJdkOnRandomAddressesWithRunsOfZeros() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[16];
            for (int group = 0; group < 8; group++) {
                if (random.nextInt(3) == 0) {
                    octets[2 * group] = (byte) (random.nextInt(4) == 0 ? 0 : random.nextInt());
                    octets[2 * group + 1] = (byte) random.nextInt();
                }
            }
            IpAddress address = IpAddress.of(octets);
            String longForm = HexFormat.ofDelimiter(":").formatHex(octets).replaceAll("(..):(..)", "$1$2");
            assertThat(IpAddress.of(longForm)).isEqualTo(address);
            assertThat(IpAddress.of(address.toString())).isEqualTo(address);
            assertThat(address.toInetAddress().getAddress()).isEqualTo(address.octets());
            assertThat(IpAddress.of(address.toInetAddress())).isEqualTo(address);
        }
    }

    @Test
    void takesTheJdksAddresses() throws Exception {
        assertThat(IpAddress.of(InetAddress.getByAddress(new byte[] {10, 0, 0, 1})))
                .isEqualTo(new Ipv4(0x0a000001));
        assertThat(IpAddress.of(InetAddress.getLoopbackAddress().getAddress())).hasToString("127.0.0.1");
    }

    @Test
    void cannotBeMadeToForgeALineOfALog() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.of("1.2.3.4\r\nERROR \"x\""))
                .withMessageEndingWith("got \"1.2.3.4\\u000d\\u000aERROR \\\"x\\\"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.of("\u202e1\u2028\ud800\ud83d\ude00"))
                .withMessageEndingWith("got \"\\u202e1\\u2028\\ud800\ud83d\ude00\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.of("9".repeat(1_000_000)))
                .withMessageEndingWith("9\"... (1000000 characters)");
    }
}
