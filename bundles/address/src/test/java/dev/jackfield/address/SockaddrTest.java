package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SockaddrTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "fe80::1%7", "ff02::1%2147483647"})
    void writesWhatItReads(String text) {
        Sockaddr sockaddr = new Sockaddr(IpAddress.parseScoped(text).orElseThrow(), 65535);
        assertThat(Sockaddr.of(sockaddr.octets())).isEqualTo(sockaddr);
    }

    @Test
    void takesPathsThatFitAndNoLongerOnes() {
        String longest = "/" + "\u00e4".repeat((Sockaddr.MAX_PATH - 1) / 2);
        Sockaddr sockaddr = new Sockaddr(new UnixAddress(longest), 0);
        assertThat(sockaddr.octets()).hasSize(110);
        assertThat(Sockaddr.of(sockaddr.octets())).isEqualTo(sockaddr);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sockaddr(new UnixAddress(longest + "x"), 0).octets())
                .withMessageStartingWith("Expected a path of at most 107 octets in UTF-8, got \"/");
    }

    @Test
    void readsAPathThatFillsItsPlaceOrEndsEarly() {
        assertThat(Sockaddr.of(HexFormat.of().parseHex(family(1) + "2f61")).address())
                .isEqualTo(new UnixAddress("/a"));
        assertThat(Sockaddr.of(HexFormat.of().parseHex(family(1) + "2f" + "61".repeat(107)))
                        .address())
                .isEqualTo(new UnixAddress("/" + "a".repeat(107)));
        assertThat(Sockaddr.of(HexFormat.of().parseHex(family(1) + "2f610062")).address())
                .isEqualTo(new UnixAddress("/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "02", "0:", "2:", "2:00507f000001", "10:0050", "1:", "1:00612f", "1:61", "1:2fff", "16:2f"})
    void refusesOtherOctets(String text) {
        int colon = text.indexOf(':');
        String hex = colon < 0 ? text : family(Integer.parseInt(text.substring(0, colon))) + text.substring(colon + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sockaddr.of(HexFormat.of().parseHex(hex)))
                .withMessageStartingWith("Expected ");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sockaddr(new Ipv4(1), 65536))
                .withMessage("Expected a port from 0 to 65535, got 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sockaddr(new UnixAddress("/a"), 1))
                .withMessage("Expected a port from 0 to 0, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Sockaddr(IpAddress.parseScoped("fe80::1%lo").orElseThrow(), 1).octets())
                .withMessage("Expected a zone that is a number, got \"lo\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sockaddr(new UnixAddress("/\ud800"), 0).octets())
                .withMessageStartingWith("Expected a path of Unicode characters, got \"/");
    }

    private static String family(int number) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                ? String.format("%02x00", number)
                : String.format("00%02x", number);
    }
}
