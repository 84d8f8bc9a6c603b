package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much a jar takes, and what else it does. */
class MemoryJarLimitsTest {
    private static final String URL = "http://h.test/";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Tried tried = new Tried();

    @Test
    void takes4096OctetsOfNameAndValue() {
        tried.set(URL, "a=" + "x".repeat(4095), "b=" + "x".repeat(4096));
        assertThat(tried.only().name()).isEqualTo("a");
    }

    @Test
    void ignoresAttributesOfMoreThan1024Octets() {
        tried.set(URL, "a=b; Path=/" + "x".repeat(1023), "c=d; Path=/" + "x".repeat(1024));
        assertThat(tried.jar.all()).extracting(cookie -> cookie.path().length()).containsExactly(1024, 1);
    }

    @Test
    void keeps180OfADomain() {
        for (int i = 0; i < 200; i++) {
            tried.set(URL, "a" + i + "=b");
        }
        assertThat(tried.jar).hasToString("a jar of 180 cookies");
        assertThat(tried.get(URL)).doesNotContain("a19=b").contains("a20=b");
    }

    @Test
    void dropsTheExpiredFirstThenTheOpenThenTheUnused() {
        Tried small = new Tried(CookieRules.defaults().withMaxPerDomain(3));
        small.set("https://h.test/", "old=1; Secure", "brief=2; Max-Age=1").pass(SECOND);
        small.set("https://h.test/", "open=3", "s=4; Secure");
        assertThat(small.get("https://h.test/")).containsExactly("old=1", "open=3", "s=4");
        small.pass(SECOND).set("https://h.test/", "t=5; Secure");
        assertThat(small.get("https://h.test/")).containsExactly("old=1", "s=4", "t=5");
        small.pass(SECOND);
        small.jar.cookies(Tried.context("https://h.test/"));
        small.pass(SECOND).set("https://h.test/", "p=6; Secure; Path=/p").pass(SECOND);
        assertThat(small.get("https://h.test/")).containsExactly("s=4", "t=5");
        small.pass(SECOND).set("https://h.test/", "u=7; Secure");
        assertThat(small.get("https://h.test/")).containsExactly("s=4", "t=5", "u=7");
    }

    @Test
    void keeps3000InAll() {
        for (int i = 0; i < 3010; i++) {
            tried.set("http://h" + i + ".test/", "a=b").pass(SECOND);
        }
        assertThat(tried.jar).hasToString("a jar of 3000 cookies");
        assertThat(tried.get("http://h9.test/")).isEmpty();
        assertThat(tried.get("http://h10.test/")).containsExactly("a=b");
    }

    @Test
    void dropsOfAllTheExpiredFirstAndThenTheUnused() {
        Tried small = new Tried(CookieRules.defaults().withMaxCookies(2));
        small.set("http://a.test/", "a=1; Max-Age=10")
                .set("http://b.test/", "b=2; Max-Age=1")
                .pass(SECOND);
        small.set("http://c.test/", "c=3");
        assertThat(small.jar.all()).extracting(Cookie::name).containsExactly("a", "c");
        small.pass(SECOND).get("http://a.test/");
        small.pass(SECOND).set("http://d.test/", "d=4");
        assertThat(small.jar.all()).extracting(Cookie::name).containsExactly("a", "d");
    }

    @Test
    void takesWhatACallerKnows() {
        tried.jar.add(cookie("a", "b", "h.test", "/x"));
        assertThat(tried.get("http://h.test/x")).containsExactly("a=b");
        tried.jar.add(cookie("a", "c", "h.test", "/x"));
        assertThat(tried.get("http://h.test/x")).containsExactly("a=c");
        tried.jar.remove(cookie("a", "whatever", "h.test", "/x"));
        assertThat(tried.jar.all()).isEmpty();
    }

    @Test
    void takesNothingThatNoServerCouldSend() {
        refuses(
                cookie("a\n", "b", "h.test", "/"),
                "Expected a name of octets, without controls and semicolons, got another in cookie a?");
        refuses(cookie("a", "secret;b", "h.test", "/"), "Expected a value of octets, without controls and semicolons");
        refuses(cookie("a", "\u2603", "h.test", "/"), "Expected a value of octets");
        refuses(cookie("a=b", "c", "h.test", "/"), "Expected a name without =");
        refuses(cookie("", "", "h.test", "/"), "Expected a name or a value");
        refuses(cookie("a", " b", "h.test", "/"), "Expected a value without blanks around it");
        refuses(cookie("a", "b".repeat(4096), "h.test", "/"), "Expected at most 4096 octets of name and value");
        refuses(cookie("a", "b", "h.test", "x"), "Expected a path that begins with /");
        refuses(cookie("a", "b", "H.test", "/"), "Expected a domain in lower case");
        refuses(cookie("a", "b", ".h.test", "/"), "Expected a domain in lower case");
        refuses(cookie("a", "b", "h.test.", "/"), "Expected a domain in lower case");
        refuses(cookie("a", "b", ".h:\0\0test", "/"), "Expected a domain in lower case");
        refuses(cookie("a", "b", "::0", "/"), "Expected a domain in lower case");
        refuses(cookie("a", "b", "127.1", "/"), "Expected a domain in lower case");
        Cookie address = new Cookie(
                "a",
                "b",
                "127.0.0.1",
                false,
                "/",
                Optional.empty(),
                false,
                false,
                SameSite.DEFAULT,
                false,
                Tried.BEGIN,
                Tried.BEGIN);
        refuses(address, "Expected an address for that host only");
    }

    @Test
    void takesNoCookieThatItsRulesWouldNotLetAServerSet() {
        String suffix = "Expected a domain that is no public suffix, got another in cookie a of .";
        refuses(planted("a", "com", false, true, "/"), suffix + "com/");
        refuses(planted("a", "co.uk", false, true, "/"), suffix + "co.uk/");
        refuses(planted("a", "intranet", false, true, "/"), suffix + "intranet/");
        String prefix =
                "Expected Secure with __Secure-, and with __Host- the path / and one host, too, got another in ";
        refuses(planted("__Host-x", "h.test", false, true, "/"), prefix + "cookie __Host-x of .h.test/");
        refuses(planted("__host-x", "h.test", true, false, "/"), prefix);
        refuses(planted("__Host-x", "h.test", true, true, "/x"), prefix);
        refuses(planted("__secure-x", "h.test", true, false, "/"), prefix);
        refuses(cookie("", "__Host-x=1", "h.test", "/"), prefix);
        refuses(
                with(cookie("a", "b", "h.test", "/"), SameSite.NONE),
                "Expected Secure with SameSite=None, got another in cookie a of h.test/");
        tried.jar.add(planted("a", "com", true, true, "/"));
        tried.jar.add(planted("__Host-x", "h.test", true, true, "/"));
        tried.jar.add(planted("__Secure-x", "h.test", false, true, "/x"));
        assertThat(tried.jar.all()).hasSize(3);
    }

    @Test
    void namelessCookiesAreNoneByRfc6265() {
        Tried old = new Tried(CookieRules.defaults().withProfile(CookieProfile.RFC_6265));
        assertThatThrownBy(() -> old.jar.add(cookie("", "b", "h.test", "/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a name, as RFC 6265 wants, got another in a cookie without a name");
    }

    @Test
    void loadsWhatItMayAndTellsTheRest() {
        List<Cookie> saved = List.of(
                cookie("a", "b", "h.test", "/"),
                planted("super", "com", false, true, "/"),
                cookie("long", "secret".repeat(1000), "h.test", "/"),
                cookie("c", "d", "h.test", "/"));
        assertThat(tried.jar.load(saved))
                .containsExactly(
                        "Expected a domain that is no public suffix, got another in cookie super of .com/",
                        "Expected at most 4096 octets of name and value, got another in cookie long of h.test/");
        assertThat(tried.get("http://h.test/")).containsExactly("a=b", "c=d");
    }

    private static Cookie planted(String name, String domain, boolean hostOnly, boolean secure, String path) {
        return new Cookie(
                name,
                "v",
                domain,
                hostOnly,
                path,
                Optional.empty(),
                secure,
                false,
                SameSite.DEFAULT,
                false,
                Tried.BEGIN,
                Tried.BEGIN);
    }

    private static Cookie with(Cookie cookie, SameSite sameSite) {
        return new Cookie(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.expires(),
                cookie.secure(),
                cookie.httpOnly(),
                sameSite,
                cookie.partitioned(),
                cookie.created(),
                cookie.used());
    }

    private void refuses(Cookie cookie, String message) {
        assertThatThrownBy(() -> tried.jar.add(List.of(cookie("good", "one", "h.test", "/"), cookie)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
        assertThat(tried.jar.all()).isEmpty();
    }

    @Test
    void hostsInAnotherFormSetNothing() {
        tried.set("http://x:y/", "a=b").set("http://::0/", "a=b").set("http://H.test/", "a=b");
        assertThat(tried.jar.all()).isEmpty();
        tried.set("http://::1/", "a=b").set("http://a~b.test/", "c=d");
        assertThat(CookieFormat.JSON.parse(CookieFormat.JSON.format(tried.jar.all())))
                .extracting(Cookie::domain)
                .containsExactly("::1", "a~b.test");
    }

    /** Fields are octets (RFC 9110 section 5.5), and no file of either format could hold the rest. */
    @Test
    void keepsNothingThatIsNotMadeOfOctets() {
        tried.set("http://h.test/x", "a=\u0100", "\u0100=b", "c=d; Path=/\u2603", "e=f; Other=\u2603", "g=\u00ff");
        tried.set("http://h.test/\u2603/", "h=i").set("http://h.test/\n/", "j=k");
        assertThat(tried.jar.all()).extracting(Cookie::pair).containsExactly("e=f", "g=\u00ff");
    }

    /** Parameters of a segment, as in /shop;id=1/: what is kept must be good enough to be loaded again. */
    @Test
    void whatItKeepsCanBeSavedAndLoaded() {
        tried.set("http://h.test/a;b/c", "d=e");
        assertThat(tried.only().path()).isEqualTo("/a;b");
        for (CookieFormat format : CookieFormat.values()) {
            assertThat(format.parse(format.format(tried.jar.all())))
                    .extracting(Cookie::path)
                    .containsExactly("/a;b");
        }
        assertThat(tried.jar.load(tried.jar.all())).isEmpty();
    }

    @Test
    void isClearedAsAWholeOrByDomain() {
        tried.set("http://h.test/", "a=1").set("http://w.h.test/", "b=2").set("http://xh.test/", "c=3");
        tried.jar.clear("h.test");
        assertThat(tried.jar.all()).extracting(Cookie::name).containsExactly("c");
        tried.jar.clear();
        assertThat(tried.jar.all()).isEmpty();
        assertThatThrownBy(() -> tried.jar.clear(".h.test")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesHaveRanges() {
        CookieRules rules = CookieRules.defaults();
        assertThatThrownBy(() -> rules.withMaxPair(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected maxPair of 1 or more, got 0");
        assertThatThrownBy(() -> rules.withMaxAttribute(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.withMaxPerDomain(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.withMaxCookies(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.withLongestLife(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected longestLife of zero or more, got PT-1S");
    }

    static Cookie cookie(String name, String value, String domain, String path) {
        return cookie(name, value, domain, path, Tried.BEGIN);
    }

    private static Cookie cookie(String name, String value, String domain, String path, Instant made) {
        return new Cookie(
                name, value, domain, true, path, Optional.empty(), false, false, SameSite.DEFAULT, false, made, made);
    }
}
