package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Request4Test {
    @Test
    void asksForAddresses() throws Exception {
        String said = "04" + "01" + "0050" + "c0000201" + Ear.hex("user") + "00";
        assertThat(Ear.hex(plain("192.0.2.1:80", "user").said())).isEqualTo(said);
        assertThat(Ear.hex(withNames("192.0.2.1:80", "user").said())).isEqualTo(said);
        assertThat(Ear.hex(plain("0.0.0.0:1", "").said())).isEqualTo("04010001" + "00000000" + "00");
    }

    @Test
    void asksForNamesAsTheSeedDoes() throws Exception {
        assertThat(Ear.hex(withNames("origin.test:443", "").said()))
                .isEqualTo("04" + "01" + "01bb" + "00000001" + "00" + Ear.hex("origin.test") + "00");
        assertThat(Ear.hex(withNames("b\u00fccher.test:80", "us\u00e9r").said()))
                .isEqualTo("04010050" + "00000001" + "7573c3a972" + "00" + Ear.hex("xn--bcher-kva.test") + "00");
    }

    @Test
    void refusesTargetsThatItHasNoRoomFor() {
        assertThat(refusal(() -> plain("origin.test:443", "")))
                .hasMessage("Expected an IPv4 address, as SOCKS 4 has no room for names (SOCKS 4a and 5 have),"
                        + " got origin.test:443");
        String others = "Expected an IPv4 address, as SOCKS 4 and 4a have no room for others (SOCKS 5 has),"
                + " got [2001:db8::1]:443";
        assertThat(refusal(() -> plain("[2001:db8::1]:443", ""))).hasMessage(others);
        assertThat(refusal(() -> withNames("[2001:db8::1]:443", ""))).hasMessage(others);
    }

    @Test
    void doesNotAnnounceANameWithoutOne() throws Exception {
        assertThat(refusal(() -> withNames("0.0.0.1:80", "")))
                .hasMessage("Expected an address, got 0.0.0.1:80, by which SOCKS 4a says that a name follows");
        assertThat(refusal(() -> plain("0.0.0.255:80", "")).reason()).isEqualTo(Reason.UNFIT_TARGET);
        assertThat(plain("0.0.1.0:80", "")).isNotNull();
    }

    @Test
    void takesAnAnswerOfEightOctets() throws Exception {
        assertThat(Ear.after(Request4Test::request, "00 5a 0000 00000000").next())
                .isEmpty();
        assertThat(Ear.after(Request4Test::request, "00 5a ffff ffffffff").next())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "91, NOT_CONNECTED, rejected or failed",
        "92, NOT_AUTHORIZED, it cannot ask this machine's identd who the user is",
        "93, NOT_AUTHORIZED, this machine's identd tells of another user",
        "94, NOT_CONNECTED, a code without a meaning in SOCKS 4",
        "0, NOT_CONNECTED, a code without a meaning in SOCKS 4",
    })
    void saysWhyTheProxyDidNotConnect(int code, Reason reason, String meaning) throws Exception {
        SocksFailure failure = Ear.refusal(Request4Test::request, "00" + String.format("%02x", code));
        assertThat(failure)
                .hasMessage("Expected the SOCKS proxy to connect to 192.0.2.1:80, but it says: " + meaning
                        + String.format(" (0x%02x)", code));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code()).hasValue(code);
    }

    @Test
    void refusesOtherVersions() throws Exception {
        assertThat(Ear.refusal(Request4Test::request, "04"))
                .hasMessage("Expected version 0 of an answer of SOCKS 4 from the SOCKS proxy, got 0x04");
        assertThat(Ear.refusal(Request4Test::request, "05")).hasMessageEndingWith(": it seems to speak SOCKS 5");
        assertThat(Ear.refusal(Request4Test::request, Ear.hex("H"))).hasMessageEndingWith(": it seems to speak HTTP");
    }

    private static SocksFailure refusal(ThrowingCallable what) {
        return catchThrowableOfType(SocksFailure.class, what);
    }

    private static Exchange request() {
        try {
            return plain("192.0.2.1:80", "");
        } catch (SocksFailure e) {
            throw new AssertionError(e);
        }
    }

    private static Exchange plain(String target, String user) throws SocksFailure {
        return Request4.of(Destination.of(HostPort.parse(target)), UserId.of(user));
    }

    private static Exchange withNames(String target, String user) throws SocksFailure {
        return Request4.withNames(Destination.of(HostPort.parse(target)), UserId.of(user));
    }
}
