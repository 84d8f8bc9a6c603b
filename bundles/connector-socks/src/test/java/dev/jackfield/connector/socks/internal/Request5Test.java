package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Request5Test {
    @Test
    void asksForAddressesByNumberAndForNamesByName() {
        assertThat(said("192.0.2.1:80")).isEqualTo("050100" + "01" + "c0000201" + "0050");
        assertThat(said("[2001:db8::1]:65535"))
                .isEqualTo("050100" + "04" + "20010db8000000000000000000000001" + "ffff");
        assertThat(said("origin.test:443")).isEqualTo("050100" + "03" + "0b" + Ear.hex("origin.test") + "01bb");
    }

    @Test
    void takesTheLongestName() {
        String longest = ("x".repeat(63) + ".").repeat(3) + "x".repeat(61) + ".";
        assertThat(said(longest + ":1")).isEqualTo("050100" + "03" + "fe" + Ear.hex(longest) + "0001");
    }

    @Test
    void readsOverWhereTheProxyIsBound() throws Exception {
        complete("05 00 00 01 7f000001 1234");
        complete("05 00 00 04 20010db8000000000000000000000001 1234");
        complete("05 00 00 03 00 1234");
        complete("05 00 00 03 01 78 1234");
        String longest = "05 00 00 03 ff" + "78".repeat(255) + "1234";
        assertThat(Ear.octets(longest)).hasSize(Exchange.MOST);
        complete(longest);
    }

    @Test
    void caresNotForWhatIsReserved() throws Exception {
        complete("05 00 ff 01 00000000 0000");
    }

    @ParameterizedTest
    @CsvSource({
        "1, general failure of the proxy",
        "2, not allowed by its rules",
        "3, network unreachable",
        "4, host unreachable",
        "5, connection refused",
        "6, time to live expired",
        "7, command not supported",
        "8, type of address not supported",
        "9, a code without a meaning in RFC 1928",
        "255, a code without a meaning in RFC 1928",
    })
    void saysWhyTheProxyDidNotConnect(int code, String meaning) throws Exception {
        SocksFailure failure = Ear.refusal(Request5Test::request, "05" + String.format("%02x", code));
        assertThat(failure)
                .hasMessage("Expected the SOCKS proxy to connect to origin.test:443, but it says: " + meaning
                        + String.format(" (0x%02x)", code));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(failure.code()).hasValue(code);
    }

    @Test
    void refusesAnythingElse() throws Exception {
        assertThat(Ear.refusal(Request5Test::request, "04"))
                .hasMessage("Expected version 5 of the answer to a request from the SOCKS proxy, got 0x04");
        assertThat(Ear.refusal(Request5Test::request, "05000002"))
                .hasMessage("Expected an address of type 1, 3 or 4 from the SOCKS proxy, got 0x02");
        assertThat(Ear.refusal(Request5Test::request, "05000000").reason()).isEqualTo(Reason.GARBLED);
    }

    @Test
    void saysWhatItWasAbout() throws Exception {
        Exchange request = request();
        request.hear(ByteBuffer.wrap(Ear.octets("050000")));
        assertThat(request.ended())
                .hasMessageEndingWith(", but it hung up after 3 octets of that to the request for origin.test:443");
    }

    private static void complete(String answer) throws SocksFailure {
        assertThat(Ear.after(Request5Test::request, answer).next()).isEmpty();
    }

    private static String said(String target) {
        return Ear.hex(request(target).said());
    }

    private static Exchange request() {
        return request("origin.test:443");
    }

    private static Exchange request(String target) {
        try {
            return new Request5(Destination.of(HostPort.parse(target)));
        } catch (SocksFailure e) {
            throw new AssertionError(e);
        }
    }
}
