package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "plain > tls(high)",
                "plain > socks5(user@127.0.0.1:1080) > tls(high)",
                "plain > socks5([2001:db8::1]:1080)",
                "plain > socks5([fe80::1%eth0]:1080)",
                "plain > connect(proxy.test:https=443)",
                "unix(/run/proxy.sock) > connect > tls(high)",
                "plain > socks5(/run/tor/a%20b%29)",
                "plain > x(some option, with=blanks)",
                "plain > x(%2Flike-a-path)",
                "plain > x(%20blank at both ends%20)",
                "plain > x(with%3Acolon%40and%28brackets%29)",
                "plain > x(>)",
                "a-b.c_d9"
            })
    void printsWhatItRead(String text) {
        Route route = Route.parse(text);
        assertThat(route).hasToString(text);
        assertThat(Route.parse(route.toString())).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain>tls(high) | plain > tls(high)",
                "  plain  >tls ( high )  | plain > tls(high)",
                "plain > socks5( 127.0.0.1:1080 ) | plain > socks5(127.0.0.1:1080)",
                "plain > socks5(u:@h:1) | plain > socks5(u@h:1)",
                "plain > socks5(@h:1) | plain > socks5(h:1)",
            })
    void takesBlanksAndLeavesOutWhatIsEmpty(String text, String printed) {
        assertThat(Route.parse(text)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | Expected the name of a link, got the end",
                "plain > | 8 | Expected the name of a link, got the end",
                "plain >> tls | 8 | Expected the name of a link, got \">\"",
                "> tls | 1 | Expected the name of a link, got \">\"",
                "plain tls | 7 | Expected > and another link, or the end, got \"t\"",
                "pl\u00e4in | 3 | Expected > and another link, or the end, got \"\u00e4\"",
                "plain\u2028 | 6 | Expected > and another link, or the end, got U+2028",
                "plain > tls(high | 17 | Expected a closing bracket for the one in column 12, got the end",
                "plain > tls(high) ) | 19 | Expected > and another link, or the end, got \")\"",
                "plain > tls() | 13 | Expected an address or an option in brackets, got nothing",
                "plain > tls( ) | 13 | Expected an address or an option in brackets, got nothing",
                "plain > x(a(b)) | 12 | Expected %28 for an opening bracket within brackets, got (",
                "plain > x(a%2) | 12 | Expected two hexadecimal digits behind %",
                "plain > x(a%gg) | 12 | Expected two hexadecimal digits behind %",
                "plain > x(\u00e4%gg) | 12 | Expected two hexadecimal digits behind %",
                "plain > x(a%ff) | 12 | Expected the octets of UTF-8 text behind %, got others",
                "plain > s(us er@h:1) | 13 | Expected a user without blanks, or %20 for one, got a blank",
                "plain > s(u:p w@h:1) | 14 | Expected a password without blanks, or %20 for one, got a blank",
                "plain > s(h h:1) | 12 | Expected an address without blanks, or %20 for one, got a blank",
                "plain > s(/a b) | 13 | Expected a path without blanks, or %20 for one, got a blank",
                "plain > s(u:p:w@h:1) | 14 | Expected %3A for a colon in a password, got :",
                "plain > s(u:p@w@h:1) | 16 | Expected %40 for an @ in a user, password or path, got @",
                "plain > s(u:%00@h:1) | 11 | Expected a password without control characters, got one at its position 1",
                "plain > s(u:***@h:1) | 13 | 'Expected a password, got ***, which only stands for one where routes are shown'",
            })
    void pointsAtTheColumn(String text, int column, String message) {
        assertThatExceptionOfType(RouteSyntaxException.class)
                .isThrownBy(() -> Route.parse(text))
                .withMessage("Column " + column + ": " + message)
                .returns(column, RouteSyntaxException::column);
    }

    @ParameterizedTest
    @CsvSource({
        "plain > s(u:secret@h), 20",
        "plain > s(u:secret@h:99999), 20",
        "plain > s(u:secret@:1), 20",
        "plain > s(u:secret), 11"
    })
    void pointsAtWrongAddressesButShowsNoPassword(String text, int column) {
        assertThatExceptionOfType(RouteSyntaxException.class)
                .isThrownBy(() -> Route.parse(text))
                .withMessageStartingWith("Column " + column + ": Expected ")
                .withMessageNotContaining("secret");
    }

    @Test
    void neverShowsAPassword() {
        Route route = Route.parse("plain > socks5(me:se%3Acr%40et@h:1) > tls");
        assertThat(route.links().get(1).credentials()).isEqualTo(new Credentials("me", "se:cr@et"));
        assertThat(route).hasToString("plain > socks5(me:***@h:1) > tls");
        assertThat(route.links().get(1).credentials()).hasToString("me:***");
        assertThat(route.hops(TARGET)).extracting(Hop::toString).noneMatch(text -> text.contains("cr"));
        assertThat(new Credentials("", "pw")).hasToString(":***");
    }

    @Test
    void routesWithOtherCredentialsAreOtherRoutes() {
        assertThat(Route.parse("plain > s(a:b@h:1)")).isNotEqualTo(Route.parse("plain > s(a:c@h:1)"));
    }

    @Test
    void eachLinkReachesTheNextAddress() {
        List<Hop> hops = Route.parse("plain > tls(high) > connect(p.test:1) > socks5(q.test:2) > x > tls")
                .hops(TARGET);
        assertThat(hops)
                .extracting(hop -> hop.target().toString())
                .containsExactly(
                        "p.test:1", "p.test:1", "q.test:2", "origin.test:443", "origin.test:443", "origin.test:443");
        assertThat(hops.get(2)).hasToString("hop 3 of 6, connect(p.test:1) to q.test:2");
        assertThat(hops.get(5).last()).isTrue();
        assertThat(hops.get(4).last()).isFalse();
    }

    @Test
    void theAddressOfTheFirstLinkTakesThePlaceOfTheTarget() {
        assertThat(Route.parse("unix(/run/s) > tls").hops(TARGET))
                .extracting(Hop::target)
                .containsExactly(HostPort.unix("/run/s"), TARGET);
        assertThat(Route.parse("plain(10.0.0.1:1) > socks5(p.test:2)").hops(TARGET))
                .extracting(hop -> hop.target().toString())
                .containsExactly("10.0.0.1:1", "origin.test:443");
    }

    @Test
    void hasALimit() {
        String most = String.join(" > ", Collections.nCopies(Route.MAX_LINKS, "x"));
        assertThat(Route.parse(most).links()).hasSize(Route.MAX_LINKS);
        assertThatExceptionOfType(RouteSyntaxException.class)
                .isThrownBy(() -> Route.parse(most + " > y"))
                .withMessage("Column 256: Expected at most 64 links, got more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.parse(most).then(Link.of("y")))
                .withMessage("Expected a route of 1 to 64 links, got 65");
        assertThatIllegalArgumentException().isThrownBy(() -> new Route(List.of()));
    }

    @Test
    void isMadeOfLinks() {
        Route route = Route.of(
                Link.of("plain"),
                Link.of("socks5", HostPort.of("h", 1), new Credentials("u:", "p")),
                Link.of("tls", "high"));
        assertThat(route).hasToString("plain > socks5(u%3A:***@h:1) > tls(high)");
        assertThat(Link.parse(" tls ( high ) ")).isEqualTo(Link.of("tls", "high"));
        assertThat(Link.of("tls").option()).isEmpty();
        assertThat(Link.of("tls").address()).isEmpty();
        assertThatExceptionOfType(RouteSyntaxException.class)
                .isThrownBy(() -> Link.parse("a > b"))
                .withMessage("Column 3: Expected the end, as one link was asked for, got \">\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Link.of("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Link.of("a", ""));
    }
}
