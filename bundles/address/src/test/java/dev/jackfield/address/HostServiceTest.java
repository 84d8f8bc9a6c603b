package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostServiceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "localhost:443,localhost,443",
                "localhost+https:x,localhost+https,x",
                "127.1:22,127.1,22",
                "[10.0.1]:80,10.0.1,80",
                "[::1] 17,::1,17",
                "::1 443,::1,443",
                "h smtp,h,smtp",
                "h:a=b=80,h,a=b=80",
                "h:*,h,*",
                "unix/:/path/to/socket,unix/,/path/to/socket",
                "unix/:/a b:c ,unix/,/a b:c ",
                "  unix/:/a,unix/,/a",
                "/tmp/debug.sock,unix/,/tmp/debug.sock",
                " /a ,unix/,/a ",
                "[localhost]#x ,localhost,x"
            })
    void takesBothHalvesApart(String text, String host, String service) {
        HostService halves = new HostService(host, service);
        assertThat(HostService.parse(text)).contains(halves);
        assertThat(HostService.parse(text, "443")).contains(halves);
        assertThat(HostService.parseScoped(text, "443")).contains(halves);
        assertThat(HostService.parse(halves.toString())).contains(halves);
    }

    @ParameterizedTest
    @CsvSource({"localhost,localhost", "[::1],::1", "::1:80,::1:80", "unix/,unix/"})
    void fillsInTheDefault(String text, String host) {
        assertThat(HostService.parse(text)).isEmpty();
        assertThat(HostService.parse(text, "")).isEmpty();
        assertThat(HostService.parse(text, "a b")).contains(new HostService(host, "a b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix/:",
                "unix/: ",
                "unix/:a\tb",
                "/a\u0000b",
                "unix/:/a\u0000b",
                "[/a]:80",
                "[a b]:80",
                "[a#]:80",
                "a\u0085b:80",
                "a:8\u007f0",
                "[fe80::1%25eth0]:80",
                "fe80::1%eth0 80"
            })
    void refusesWhatTheVectorsDoNotTell(String text) {
        assertThat(HostService.parse(text, "443")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1%eth0 80, fe80::1%eth0, 80",
        "fe80::1%eth0, fe80::1%eth0, 443",
        "[fe80::1%eth0]:80, fe80::1%eth0, 80",
        "[fe80::1%25eth0]:80, fe80::1%eth0, 80",
        "[fe80::1%25], fe80::1%25, 443",
        "[fe80::1%251]:80, fe80::1%1, 80",
        "[fe80::1%25251]:80, fe80::1%251, 80",
        "fe80::1%251 80, fe80::1%251, 80"
    })
    void takesZonesWhereTheyAreAskedFor(String text, String host, String service) {
        HostService halves = new HostService(host, service);
        assertThat(HostService.parseScoped(text, "443")).contains(halves);
        assertThat(HostService.parseScoped(halves.toString(), "")).contains(halves);
        assertThat(HostService.parse(text, "443")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[fe80::1%25et h0]:80", "[::1%1]:80", "fe80::1%25eth0 80", "fe80::1%eth0:80", "[fe80::1%]:1"})
    void refusesZonesThatAreNone(String text) {
        assertThat(HostService.parseScoped(text, "443")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostService("[::1]", "80"))
                .withMessage("Expected a host, or an IPv6 address without brackets where there are colons, got"
                        + " \"[::1]\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostService("a\n", "80"))
                .withMessage("Expected a host without controls, got \"a\\u000a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostService("a", "\u0000"))
                .withMessage("Expected a service without controls, got \"\\u0000\"");
    }
}
