package dev.jackfield.http.internal.redirect;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Routes;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.Wish.Via;
import dev.jackfield.http.internal.url.Url;
import dev.jackfield.http.internal.url.Url.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What becomes of a redirect (RFC 9110 section 15.4): a function of what was asked and what was answered.
 *
 * <p><i>Immutable.</i>
 *
 * @param rules the caller's, or the client's
 * @param routes the client's: who may hear credentials for a proxy depends on them
 */
public record RedirectRules(Redirects rules, Routes routes) {
    private static final Turn DELIVER = new Turn.Deliver();

    /** What the caller gave for one origin is not for others, who may be anybody. */
    private static final Set<String> OF_THE_ORIGIN = Set.of("authorization", "cookie", "host", "origin", "referer");

    /** What is said of a body that is no longer there. */
    private static final Set<String> OF_THE_BODY =
            Set.of("digest", "expect", "last-modified", "repr-digest", "trailer");

    private static final String OF_THE_PROXY = "proxy-authorization";

    /**
     * Decides.
     *
     * @param request what was asked
     * @param head what was answered
     * @param followed how many redirects there were before
     * @return what becomes of it
     * @throws HttpFailure if it says where to in more than one way
     */
    public Turn turn(PreparedRequest request, ResponseHead head, int followed) throws HttpFailure {
        if (!isRedirect(head.status()) || followed >= rules.most()) {
            return DELIVER;
        }
        List<String> locations =
                head.headers().all("location").stream().distinct().toList();
        if (locations.isEmpty()) {
            return DELIVER;
        }
        if (locations.size() > 1) {
            throw new HttpFailure(
                    Phase.HEAD,
                    "Expected one Location (RFC 9110 section 10.2.2), got " + locations.size() + " that differ");
        }
        return turn(request, head.status(), locations.get(0));
    }

    private Turn turn(PreparedRequest request, int status, String location) {
        Url target;
        try {
            target = request.parsedUrl().resolve(location);
        } catch (IllegalArgumentException e) {
            return new Turn.Refuse(location, "Redirected: " + e.getMessage());
        }
        boolean secureNow = request.parsedUrl().origin().secure();
        if (secureNow && !target.origin().secure() && !rules.downgrade()) {
            return DELIVER;
        }
        boolean anew = status == 303 || (status <= 302 && request.method().equals("POST"));
        if (!anew && !request.body().repeatable()) {
            return DELIVER;
        }
        String method = !anew || request.method().equals("HEAD") ? request.method() : "GET";
        return new Turn.Follow(request.redirected(target, method, !anew, kept(request, target.origin(), anew)));
    }

    private Predicate<String> kept(PreparedRequest request, Origin to, boolean anew) {
        Origin from = request.parsedUrl().origin();
        boolean away = !from.equals(to);
        boolean otherProxy = away && !sameWay(request, from, to);
        return field -> {
            String name = field.toLowerCase(Locale.ROOT);
            return !(anew && (name.startsWith("content-") || OF_THE_BODY.contains(name)))
                    && !(away && OF_THE_ORIGIN.contains(name))
                    && !(otherProxy && name.equals(OF_THE_PROXY));
        };
    }

    /** Whether the same proxy, if there is one, hears of it. */
    private boolean sameWay(PreparedRequest request, Origin from, Origin to) {
        return !(request.wish().via() instanceof Via.Usual)
                || routes.route(from.secure(), from.hostPort()).equals(routes.route(to.secure(), to.hostPort()));
    }

    /** Whether there is anything to decide. */
    public static boolean isRedirect(int status) {
        return (status >= 301 && status <= 303) || status == 307 || status == 308;
    }
}
