package dev.jackfield.http.internal.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Routes;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.RequestForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a redirect leads (RFC 9110 section 15.4). */
class RedirectRulesTest {
    private static final RedirectRules RULES = new RedirectRules(Redirects.defaults(), Routes.direct());
    private static final Request GET = Request.get("http://a.test/x/y?z#f");

    @ParameterizedTest
    @CsvSource({
        "301, GET, GET",
        "301, HEAD, HEAD",
        "301, POST, GET",
        "301, PUT, PUT body",
        "301, DELETE, DELETE body",
        "302, GET, GET",
        "302, HEAD, HEAD",
        "302, POST, GET",
        "302, PATCH, PATCH body",
        "302, QUERY, QUERY body",
        "303, GET, GET",
        "303, HEAD, HEAD",
        "303, POST, GET",
        "303, PUT, GET",
        "303, DELETE, GET",
        "303, OPTIONS, GET",
        "307, GET, GET",
        "307, HEAD, HEAD",
        "307, POST, POST body",
        "307, PUT, PUT body",
        "307, post, post body",
        "308, GET, GET",
        "308, HEAD, HEAD",
        "308, POST, POST body",
        "308, LOCK, LOCK body",
    })
    void keepsTheMethodWhereItShall(int status, String method, String expected) throws HttpFailure {
        Request request = Request.of(method, "http://a.test/");
        if (!method.equals("GET") && !method.equals("HEAD")) {
            request = request.withBody(RequestBody.of("hello"));
        }
        PreparedRequest next = next(request, status, "/");
        String body = next.body().length().orElseThrow() > 0 ? " body" : "";
        assertThat(next.method() + body).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 300, 304, 305, 306, 309, 399, 404})
    void followsNothingElse(int status) throws HttpFailure {
        assertDelivers(RULES.turn(prepared(GET), head(status, "Location", "/"), 0));
    }

    @Test
    void followsNothingThatSaysNoPlace() throws HttpFailure {
        assertDelivers(RULES.turn(prepared(GET), head(302), 0));
    }

    @Test
    void onePlaceMayBeSaidTwiceButNotTwoPlaces() throws HttpFailure {
        PreparedRequest request = prepared(GET);
        assertThat(RULES.turn(request, head(302, "Location", "/a", "location", "/a"), 0))
                .isInstanceOf(Turn.Follow.class);
        assertThatThrownBy(() -> RULES.turn(request, head(302, "Location", "/a", "Location", "/b"), 0))
                .isInstanceOfSatisfying(
                        HttpFailure.class, failure -> assertThat(failure.code()).isEqualTo(596))
                .hasMessage("Expected one Location (RFC 9110 section 10.2.2), got 2 that differ");
    }

    @ParameterizedTest
    @CsvSource({
        "/b, http://a.test/b#f",
        "b, http://a.test/x/b#f",
        "../b, http://a.test/b#f",
        "?b, http://a.test/x/y?b#f",
        "'', http://a.test/x/y?z#f",
        "#g, http://a.test/x/y?z#g",
        "//b.test, http://b.test/#f",
        "http://B.test:80/?c#d, http://b.test/?c#d",
        "http://u:p@b.test/, http://b.test/#f",
        "https://a.test/, https://a.test/#f",
    })
    void leadsWhereTheLocationSays(String location, String expected) throws HttpFailure {
        assertThat(next(GET, 302, location).url()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.test/", "mailto:a@a.test", "http://a.test:99999/", "http://[::1/", "https:///"})
    void refusesWhatIsNoPlaceForUs(String location) throws HttpFailure {
        assertThat(RULES.turn(prepared(GET), head(302, "Location", location), 0))
                .isInstanceOfSatisfying(Turn.Refuse.class, refuse -> {
                    assertThat(refuse.target()).isEqualTo(location);
                    assertThat(refuse.why()).startsWith("Redirected: Expected ").contains(", got ");
                });
    }

    @Test
    void stopsAtTheLimit() throws HttpFailure {
        RedirectRules two = new RedirectRules(Redirects.defaults().withMost(2), Routes.direct());
        assertThat(two.turn(prepared(GET), head(302, "Location", "/"), 1)).isInstanceOf(Turn.Follow.class);
        assertDelivers(two.turn(prepared(GET), head(302, "Location", "/"), 2));
        RedirectRules none = new RedirectRules(Redirects.NONE, Routes.direct());
        assertDelivers(none.turn(prepared(GET), head(302, "Location", "ftp://b.test/"), 0));
    }

    @Test
    void leavesEncryptionOnlyIfTold() throws HttpFailure {
        Request secure = Request.get("https://a.test/");
        assertDelivers(RULES.turn(prepared(secure), head(302, "Location", "http://a.test/"), 0));
        RedirectRules lax = new RedirectRules(Redirects.defaults().withDowngrade(true), Routes.direct());
        assertThat(lax.turn(prepared(secure), head(302, "Location", "http://a.test/"), 0))
                .isInstanceOf(Turn.Follow.class);
    }

    @Test
    void sendsNoBodyAgainThatIsGone() throws HttpFailure {
        Request post = Request.post("http://a.test/", RequestBody.of("once").repeatable(false));
        assertDelivers(RULES.turn(prepared(post), head(307, "Location", "/"), 0));
        assertThat(next(post, 303, "/").method()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://b.test/", "http://a.test:81/", "https://a.test/", "//www.a.test/", "http://a.test./"})
    void keepsAtHomeWhatBelongsThere(String elsewhere) throws HttpFailure {
        Request request = GET.withHeader("Authorization", "Basic x")
                .withHeader("COOKIE", "a=b")
                .withHeader("Host", "other")
                .withHeader("origin", "http://a.test")
                .withHeader("Referer", "http://a.test/secret")
                .withHeader("Accept", "text/html")
                .withHeader("X-Mine", "1");
        assertThat(next(request, 307, "http://A.test:80/there").headers())
                .hasToString(request.headers().toString());
        assertThat(next(request, 307, elsewhere).headers()).hasToString("Accept: text/html\nX-Mine: 1\n");
    }

    @Test
    void dropsWhatDescribesABodyTogetherWithIt() throws HttpFailure {
        Request request = Request.post("http://a.test/", RequestBody.of("a"))
                .withHeader("Content-Type", "text/x")
                .withHeader("content-encoding", "br")
                .withHeader("Content-Language", "de")
                .withHeader("Content-Location", "/a")
                .withHeader("Content-Digest", "sha-256=:a:")
                .withHeader("Digest", "sha-256=a")
                .withHeader("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")
                .withHeader("Expect", "100-continue")
                .withHeader("Accept", "text/html");
        assertThat(next(request, 307, "/").headers().size()).isEqualTo(9);
        assertThat(next(request, 302, "/").headers()).hasToString("Accept: text/html\n");
    }

    @Test
    void tellsCredentialsForAProxyToThatProxyOnly() throws HttpFailure {
        RedirectRules twoProxies = new RedirectRules(
                Redirects.defaults(),
                Routes.parse("b.test = plain > forward(p:1)\nc.test = plain\n* = plain > forward(q:2)"));
        Request request = GET.withHeader("Proxy-Authorization", "Basic x");
        assertThat(next(twoProxies, request, "http://other.test/").headers().size())
                .isOne();
        assertThat(next(twoProxies, request, "http://b.test/").headers().size()).isZero();
        assertThat(next(twoProxies, request, "http://c.test/").headers().size()).isZero();
        Request along = request.withRoute("plain > forward(r:3)");
        assertThat(next(twoProxies, along, "http://b.test/").headers().size()).isOne();
    }

    @Test
    void keepsAllOtherWishes() throws HttpFailure {
        PreparedRequest request =
                prepared(GET.withRoute("plain > x").withSession("s").withoutHeader("User-Agent"));
        PreparedRequest next = next(request, 302, "http://b.test/");
        assertThat(next.wish()).isSameAs(request.wish());
        assertThat(next.manner()).isSameAs(request.manner());
        assertThat(new String(next.head("me", RequestForm.ORIGIN, "", 0))).doesNotContain("me");
    }

    private static PreparedRequest next(Request request, int status, String location) throws HttpFailure {
        return ((Turn.Follow) RULES.turn(prepared(request), head(status, "Location", location), 0)).next();
    }

    private static PreparedRequest next(RedirectRules rules, Request request, String location) throws HttpFailure {
        return ((Turn.Follow) rules.turn(prepared(request), head(302, "Location", location), 0)).next();
    }

    private static void assertDelivers(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Deliver.class);
    }

    private static PreparedRequest prepared(Request request) {
        return (PreparedRequest) request;
    }

    private static ResponseHead head(int status, String... fields) {
        return new ResponseHead(1, status, "", Headers.of(fields));
    }
}
