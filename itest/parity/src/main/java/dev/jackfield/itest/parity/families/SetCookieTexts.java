package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.cookies.internal.jar.Admission;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code conformance/cookies}, the cases of one Set-Cookie field: what is understood. */
final class SetCookieTexts implements Family {
    /** Both sources refuse cookies without names. */
    private static final Admission ADMISSION =
            new Admission(CookieRules.defaults().withLongestLife(Duration.ZERO).withProfile(CookieProfile.RFC_6265));

    /** Of the cases that tell neither. */
    private static final String URL = "https://www.example.com/";

    private static final Instant NOW = Instant.ofEpochSecond(1_600_000_000);

    @Override
    public Set<String> names() {
        return Set.of("set-cookie-parse/1");
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonElement expected = vector.fields().get("expected");
        if (expected.isJsonNull()) {
            return new Expectation.Value(expected);
        }
        JsonObject stated = expected.getAsJsonObject().deepCopy();
        // Of the source alone; and what we have is when it ends, not how that was said.
        stated.keySet().removeIf(member -> member.startsWith("_") || member.equals("max_age"));
        return new Expectation.Members(stated);
    }

    @Override
    public JsonElement answer(Vector vector) {
        Instant now = vector.fields().has("now_ms")
                ? Instant.ofEpochMilli(vector.fields().get("now_ms").getAsLong())
                : NOW;
        String url = vector.fields().has("url") ? vector.text("url") : URL;
        SetCookies received = new SetCookies(Requested.from(url), List.of(), Optional.empty());
        return ADMISSION
                .cookie(FieldOctets.of(vector.text("input")), received, now)
                .<JsonElement>map(cookie -> members(cookie, vector))
                .orElse(JsonNull.INSTANCE);
    }

    private static JsonObject members(Cookie cookie, Vector vector) {
        JsonObject members = new JsonObject();
        members.addProperty("name", FieldOctets.text(cookie.name()));
        members.addProperty("value", FieldOctets.text(cookie.value()));
        members.addProperty("domain", cookie.domain());
        members.addProperty("host_only", cookie.hostOnly());
        members.addProperty("path", FieldOctets.text(cookie.path()));
        members.addProperty("secure", cookie.secure());
        members.addProperty("httponly", cookie.httpOnly());
        members.addProperty("persistent", cookie.expires().isPresent());
        cookie.expires().ifPresent(expires -> members.addProperty("expires", expires.getEpochSecond()));
        members.add("expires_ms", millis(cookie));
        members.addProperty("sameSite", sameSite(cookie, vector));
        return members;
    }

    private static JsonElement millis(Cookie cookie) {
        if (cookie.expires().filter(HttpDate.LAST::isAfter).isEmpty()) {
            return new JsonPrimitive("session-or-max");
        }
        Instant expires = cookie.expires().get();
        return expires.equals(Instant.MIN) ? new JsonPrimitive("expired") : new JsonPrimitive(expires.toEpochMilli());
    }

    /** What is unknown we do not keep word by word. */
    private static String sameSite(Cookie cookie, Vector vector) {
        JsonElement expected = vector.fields().get("expected");
        JsonElement stated =
                expected.isJsonObject() ? expected.getAsJsonObject().get("sameSite") : null;
        if (cookie.sameSite() == SameSite.DEFAULT && stated != null) {
            return isKnown(stated.getAsString()) ? "" : stated.getAsString();
        }
        String name = cookie.sameSite().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static boolean isKnown(String value) {
        return Set.of("strict", "lax", "none").contains(value.toLowerCase(Locale.ROOT));
    }
}
