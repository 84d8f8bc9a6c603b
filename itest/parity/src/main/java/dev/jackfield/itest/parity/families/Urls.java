package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.http.internal.url.Url;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code conformance/url/urltestdata.json}: references, and where they lead to. One that is whole is tried as a URL of a
 * user and as one of a server, which differ by their dot segments alone: those of users stay.
 */
final class Urls implements Family {
    private static final Pattern WEB = Pattern.compile("https?:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:).*", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("^(https?://)[^/?#]*@");

    @Override
    public Set<String> names() {
        return Set.of("WHATWG");
    }

    @Override
    public JsonElement answer(Vector vector) {
        String input = vector.text("input");
        if (isWeb(base(vector))) {
            return Json.of(Url.parse(base(vector)).resolve(asField(input)).shown());
        }
        Url whole = Url.parse(input);
        return Json.of(whole.resolve(whole.shown()).shown());
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonElement href = vector.fields().get("href");
        return new Expectation.Value(
                href == null ? Json.refusal(new IllegalArgumentException("any")) : Json.of(expected(vector)));
    }

    /** Only what is of http or https, or would be if it were a URL. */
    @Override
    public boolean concerns(Vector vector) {
        if (vector.fields().has("protocol")) {
            return isWeb(vector.text("protocol"));
        }
        Matcher scheme = SCHEME.matcher(vector.text("input"));
        String named = scheme.matches() ? scheme.group(1) : base(vector);
        return named.isEmpty() || isWeb(named);
    }

    @Override
    public Optional<Objection> contested(Vector vector) {
        return vector.fields().has("href")
                ? UrlDifferences.in(vector.text("input"), expected(vector))
                : Optional.empty();
    }

    private static String expected(Vector vector) {
        return USER.matcher(vector.text("href")).replaceFirst("$1");
    }

    private static String asField(String reference) {
        return new String(reference.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean isWeb(String url) {
        return WEB.matcher(url).matches();
    }

    /** Without its fragment: that those who follow redirects inherit it is not the business of that standard. */
    private static String base(Vector vector) {
        JsonElement base = vector.fields().get("base");
        return base == null || base.isJsonNull() ? "" : base.getAsString().replaceFirst("(?s)#.*", "");
    }
}
