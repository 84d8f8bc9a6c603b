package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what (RFC 6265bis sections 5.7 and 5.8). */
class MemoryJarTest {
    private final Tried tried = new Tried();

    @Test
    void sendsBackWhatWasSet() {
        tried.set("http://h.test/", "a=b", "c=\"d e\"", "f==g", "h");
        assertThat(tried.get("http://h.test/")).containsExactly("a=b", "c=\"d e\"", "f==g", "h");
    }

    @Test
    void keepsACookieWithoutADomainToItsHost() {
        tried.set("http://h.test/", "a=b");
        assertThat(tried.only().hostOnly()).isTrue();
        assertThat(tried.get("http://www.h.test/")).isEmpty();
        assertThat(tried.get("http://xh.test/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h.test", ".h.test", "H.Test"})
    void sendsACookieOfADomainToAllBelow(String domain) {
        tried.set("http://www.h.test/", "a=b; Domain=" + domain);
        assertThat(tried.only().domain()).isEqualTo("h.test");
        assertThat(tried.only().hostOnly()).isFalse();
        assertThat(tried.get("http://h.test/")).containsExactly("a=b");
        assertThat(tried.get("http://a.b.h.test/")).containsExactly("a=b");
        assertThat(tried.get("http://xh.test/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.test",
                "www.h.test",
                "test",
                "co.uk",
                "h.test.",
                "..h.test",
                "x.h.test",
                "h\u00e9.test",
                ".test"
            })
    void takesNoCookieForAForeignDomain(String domain) {
        tried.set("http://h.test/", "a=b; Domain=" + domain);
        assertThat(tried.jar.all()).isEmpty();
    }

    @Test
    void takesAPublicSuffixForItselfOnly() {
        tried.set("http://github.io/", "a=b; Domain=github.io");
        assertThat(tried.only().hostOnly()).isTrue();
        tried.set("http://me.github.io/", "c=d; Domain=github.io");
        assertThat(tried.jar.all()).hasSize(1);
        Tried trusting = new Tried(CookieRules.defaults().withSuffixes(PublicSuffixes.none()));
        assertThat(trusting.set("http://me.github.io/", "c=d; Domain=github.io").get("http://you.github.io/"))
                .containsExactly("c=d");
    }

    @Test
    void theLastDomainCountsAndAnEmptyOneIsNone() {
        tried.set("http://www.h.test/", "a=b; Domain=other.test; Domain=h.test");
        assertThat(tried.only().domain()).isEqualTo("h.test");
        tried.jar.clear();
        tried.set("http://www.h.test/", "a=b; Domain=h.test; Domain=");
        assertThat(tried.only().domain()).isEqualTo("www.h.test");
        assertThat(tried.only().hostOnly()).isTrue();
    }

    @Test
    void keepsAnAddressToItself() {
        tried.set("http://5.6.3.4/", "a=b; Domain=5.6.3.4", "c=d; Domain=3.4", "e=f; Domain=4");
        assertThat(tried.only().hostOnly()).isTrue();
        assertThat(tried.get("http://5.6.3.4/")).containsExactly("a=b");
        tried.set("http://::1/", "g=h; Domain=0:0::1");
        assertThat(tried.get("http://::1/")).containsExactly("g=h");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /, true",
        "/, /a, true",
        "/a, /a, true",
        "/a, /a/, true",
        "/a, /a/b, true",
        "/a, /ab, false",
        "/a/, /a, false",
        "/a/, /a/b, true",
        "/a, /, false"
    })
    void matchesPathsByTheirParts(String cookie, String request, boolean sent) {
        tried.set("http://h.test/", "a=b; Path=" + cookie);
        assertThat(tried.get("http://h.test" + request)).hasSize(sent ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/a, /", "/a/, /a", "/a/b, /a", "/a/b/, /a/b"})
    void takesTheFolderOfTheRequestForAPath(String request, String path) {
        for (String attribute : List.of("", "; Path", "; Path=", "; Path=x", "; Path=/y; Path=\"/x\"")) {
            tried.set("http://h.test" + request, "a=b" + attribute);
            assertThat(tried.only().path()).isEqualTo(path);
        }
    }

    @Test
    void sendsLongerPathsFirstAndOfEqualsTheOlder() {
        tried.set("http://w.h.test/", "z=1; Path=/", "a=2; Path=/x; Domain=h.test", "c=3; Path=/x/y", "b=4; Path=/x");
        assertThat(tried.get("http://w.h.test/x/y")).containsExactly("c=3", "a=2", "b=4", "z=1");
        tried.set("http://w.h.test/", "z=9; Path=/", "y=5; Path=/");
        assertThat(tried.get("http://w.h.test/")).containsExactly("z=9", "y=5");
    }

    @Test
    void replacesWhatHasTheSameNameDomainPathAndHost() {
        tried.set("http://h.test/", "a=1", "a=2", "a=3; Path=/x", "a=4; Domain=h.test", "A=5");
        assertThat(tried.get("http://h.test/x")).containsExactly("a=3", "a=2", "a=4", "A=5");
    }

    @Test
    void keepsFlagsForTheCaller() {
        tried.set("https://h.test/", "a=b; httponly; SECURE; SameSite=lax; Partitioned; Priority=High");
        Cookie cookie = tried.only();
        assertThat(cookie.secure()).isTrue();
        assertThat(cookie.httpOnly()).isTrue();
        assertThat(cookie.sameSite()).isEqualTo(SameSite.LAX);
        assertThat(cookie.partitioned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Strict, STRICT", "none, NONE", "LAX, LAX", "'', DEFAULT", "a b, DEFAULT"})
    void knowsSameSite(String value, SameSite expected) {
        tried.set("https://h.test/", "a=b; Secure; SameSite=" + value);
        assertThat(tried.only().sameSite()).isEqualTo(expected);
    }

    @Test
    void sendsSecureCookiesByHttpsOnly() {
        tried.set("https://h.test/", "a=b; Secure");
        assertThat(tried.get("http://h.test/")).isEmpty();
        assertThat(tried.get("https://h.test/")).containsExactly("a=b");
    }

    @Test
    void takesNoSecureCookieByHttp() {
        tried.set("http://h.test/", "a=b; Secure");
        assertThat(tried.jar.all()).isEmpty();
    }

    @Test
    void takesNoCookieForAllSitesThatIsNotSecure() {
        tried.set("https://h.test/", "a=b; SameSite=None");
        assertThat(tried.jar.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://w.h.test/login, a=x; Path=/login, false",
        "http://w.h.test/login/en, a=x; Path=/login/en, false",
        "http://w.h.test/, a=x; Path=/, true",
        "http://w.h.test/, a=x; Path=/foo, true",
        "http://w.h.test/, A=x; Path=/login, true",
        "http://w.h.test/, a=x; Path=/login; Domain=h.test, false",
        "http://b.w.h.test/, a=x; Path=/login, false",
        "http://o.h.test/, a=x; Path=/login, true",
        "https://w.h.test/login, a=x; Path=/login, true"
    })
    void leavesSecureCookiesAlone(String url, String line, boolean taken) {
        tried.set("https://w.h.test/", "a=safe; Secure; Path=/login; Domain=w.h.test");
        tried.set(url, line);
        assertThat(tried.jar.all().stream().anyMatch(cookie -> cookie.value().equals("x")))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "__Secure-a=b; Secure, true",
        "__Secure-a=b, false",
        "__SECURE-a=b, false",
        "__Host-a=b; Secure; Path=/, true",
        "__host-a=b; Secure; Path=/, true",
        "__Host-a=b; Secure, false",
        "__Host-a=b; Path=/, false",
        "__Host-a=b; Secure; Path=/x, false",
        "__Host-a=b; Secure; Path=/; Domain=h.test, false",
        "__hOsT-a=b; Secure; Path=/; Domain=h.test, false",
        "=__Host-a=b; Secure; Path=/, false",
        "__Host-a; Secure; Path=/, false",
        "=__secure-a=b; Secure; Path=/, false",
        "__Hosta=b, true"
    })
    void enforcesThePrefixesOfNames(String line, boolean taken) {
        tried.set("https://h.test/", line);
        assertThat(tried.jar.all()).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";", "=", " = ; a=b", "\t", "a=b\u0000", "a\u0001=b", "a=b; Path=/\u007f", "a=b\r\nc: d"})
    void ignoresWhatIsNoCookie(String line) {
        tried.set("http://h.test/", line, "c=d");
        assertThat(tried.get("http://h.test/")).containsExactly("c=d");
    }

    @Test
    void allowsATabInside() {
        assertThat(tried.set("http://h.test/", "\ta\tb\t=\tc\td\t").get("http://h.test/"))
                .containsExactly("a\tb=c\td");
    }

    @Test
    void theOldDocumentKnowsNoCookiesWithoutNames() {
        Tried old = new Tried(CookieRules.defaults().withProfile(CookieProfile.RFC_6265));
        old.set("http://h.test/", "a", "=b", "=", "c=");
        assertThat(old.get("http://h.test/")).containsExactly("c=");
        old.set("http://w.h.test/", "d=e; Domain=h.test; Domain=");
        assertThat(old.get("http://h.test/")).containsExactly("c=", "d=e");
        old.set("http://w.xn--n3h.net/", "f=g; Domain=\u00e2\u0098\u0083.net", "h=i; Domain=\u2603.net");
        assertThat(old.get("http://xn--n3h.net/")).containsExactly("f=g");
    }

    @Test
    void ignoresThePort() {
        CookieContext other = new CookieContext(false, "h.test", "/");
        tried.set("http://h.test/", "a=b");
        assertThat(tried.jar.cookies(other)).extracting(Cookie::pair).containsExactly("a=b");
    }
}
