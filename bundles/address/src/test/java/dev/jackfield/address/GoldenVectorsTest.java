package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every vector of the original, with its deviations. The counts guard against a filter that lets nothing through. */
class GoldenVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String UNIX_TOKEN = "0100";

    @Test
    void parsesIpv4() {
        assertThat(parses("parse_ipv4", Ipv4::parse)).isEqualTo(329);
    }

    @Test
    void parsesIpv6() {
        assertThat(parses("parse_ipv6", Ipv6::parse)).isEqualTo(822);
    }

    @Test
    void parsesAddresses() {
        assertThat(parses("parse_address", IpAddress::parse)).isEqualTo(834);
    }

    @Test
    void formatsIpv4() {
        assertThat(formats("format_ipv4", octets -> IpAddress.of(octets).toString()))
                .isEqualTo(232);
    }

    @Test
    void formatsIpv6() {
        assertThat(formats("format_ipv6", octets -> ipv6(octets).toString())).isEqualTo(548);
    }

    @Test
    void formatsAddresses() {
        assertThat(formats("format_address", octets -> IpAddress.of(octets).toString()))
                .isEqualTo(766);
    }

    @Test
    void splitsHostsFromServices() {
        assertThat(answers(
                        "parse_hostport",
                        vector -> HostService.parse(
                                        vector.in().get(0), vector.in().get(1))
                                .map(halves -> List.of(halves.host(), halves.service()))
                                .orElse(List.of())))
                .isEqualTo(1226);
    }

    @Test
    void formatsHostsWithServices() {
        assertThat(answers(
                        "format_hostport",
                        vector ->
                                new HostService(vector.in().get(0), vector.in().get(1)).toString()))
                .isEqualTo(121);
    }

    @Test
    void takesLiteralsForAddressesBeforeAnyNameIsLookedUp() {
        assertThat(answers(
                        "inet_aton",
                        vector -> Ipv4.parse(vector.in().get(0))
                                .map(IpAddress.class::cast)
                                .or(() -> Ipv6.parse(vector.in().get(0)))
                                .<Object>map(address -> List.of(HEX.formatHex(address.octets())))
                                .orElse(
                                        vector.deviates()
                                                ? "not numeric: resolve by name (which yields no address)"
                                                : "DNS")))
                .isEqualTo(114);
    }

    @Test
    void tellsFamilies() {
        assertThat(answers(
                        "address_family",
                        vector -> numberOf(address(vector.in().get(0)).family())))
                .isEqualTo(13);
    }

    @Test
    void tellsReverseNames() {
        assertThat(answers(
                        "reverse_name",
                        vector -> IpAddress.parse(vector.in().get(0))
                                .map(IpAddress::reverseName)
                                .orElse(null)))
                .isEqualTo(11);
    }

    @Test
    void knowsProtocols() {
        assertThat(answers(
                        "getprotobyname",
                        vector -> Protocol.of(vector.in().get(0))
                                .map(known -> List.of(known.name(), known.alias(), "" + known.number()))
                                .orElse(List.of())))
                .isEqualTo(7);
    }

    @Test
    void knowsWhatStandsForUnixSockets() {
        assertThat(answers(
                        "parse_unix",
                        vector -> UnixAddress.HOST.equals(vector.in().get(0)) ? UNIX_TOKEN : null))
                .isEqualTo(5);
    }

    @Test
    void packsSocketAddresses() {
        assertThat(answers("pack_sockaddr", vector -> {
                    int port = Integer.parseInt(vector.in().get(0));
                    return HEX.formatHex(new Sockaddr(address(vector.in().get(1)), port).octets());
                }))
                .isEqualTo(29);
    }

    @Test
    void unpacksSocketAddresses() {
        assertThat(answers("unpack_sockaddr", vector -> {
                    Sockaddr read = Sockaddr.of(HEX.parseHex(vector.in().get(0)));
                    return List.of("" + read.port(), HEX.formatHex(((IpAddress) read.address()).octets()));
                }))
                .isEqualTo(3);
    }

    @Test
    void packsAndUnpacksUnixSockets() {
        assertThat(answers("unix_sockaddr_roundtrip", vector -> {
                    byte[] octets = new Sockaddr(new UnixAddress(vector.in().get(0)), 0).octets();
                    HostPort back = HostPort.parse(Sockaddr.of(octets).address().toString());
                    return List.of(back.service(), back.host());
                }))
                .isEqualTo(3);
    }

    /** How many vectors there are; each has to have the answer that is expected, or to be refused if that is. */
    private static long answers(String function, Function<Vector, Object> answer) {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of(function)
                .peek(vector -> {
                    if (vector.isToBeRefused()) {
                        softly.assertThatThrownBy(() -> answer.apply(vector))
                                .as(vector.toString())
                                .isInstanceOf(IllegalArgumentException.class);
                    } else {
                        softly.assertThat(answer.apply(vector))
                                .as(vector.toString())
                                .isEqualTo(vector.answer());
                    }
                })
                .count();
        softly.assertAll();
        return count;
    }

    private static long parses(String function, Function<String, Optional<? extends IpAddress>> parser) {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of(function)
                .peek(vector -> softly.assertThat(parser.apply(vector.in().get(0))
                                .map(address -> HEX.formatHex(address.octets()))
                                .orElse(null))
                        .as(vector.toString())
                        // The original's token for UNIX sockets is no host address here.
                        .isEqualTo(vector.in().get(0).equals("unix/") ? null : vector.text()))
                .count();
        softly.assertAll();
        return count;
    }

    private static long formats(String function, Function<byte[], String> formatter) {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of(function)
                .peek(vector -> {
                    byte[] octets = HEX.parseHex(vector.in().get(0));
                    if (vector.text() == null || vector.in().get(0).equals(UNIX_TOKEN)) {
                        assertThatIllegalArgumentException().isThrownBy(() -> IpAddress.of(octets));
                    } else {
                        softly.assertThat(formatter.apply(octets))
                                .as(vector.toString())
                                .isEqualTo(vector.text());
                    }
                })
                .count();
        softly.assertAll();
        return count;
    }

    private static Ipv6 ipv6(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new Ipv6(buffer.getLong(), buffer.getLong());
    }

    /** As it came, so that a mapped address stays one of IPv6; the original's token for UNIX sockets is any path. */
    private static Address address(String hex) {
        byte[] octets = HEX.parseHex(hex);
        return hex.equals(UNIX_TOKEN)
                ? new UnixAddress("/")
                : octets.length == 16 ? ipv6(octets) : IpAddress.of(octets);
    }

    private static String numberOf(ProtocolFamily family) {
        return switch ((StandardProtocolFamily) family) {
            case UNIX -> "1";
            case INET -> "2";
            case INET6 -> "10";
        };
    }
}
