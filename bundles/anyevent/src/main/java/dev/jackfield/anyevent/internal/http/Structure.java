package dev.jackfield.anyevent.internal.http;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The seed's structure, version 2: host, path, name, attributes. */
final class Structure {
    private static final String VERSION = "version";
    private static final String VALUE = "value";
    private static final String EXPIRES = "_expires";
    private static final String DOMAIN = "domain";
    private static final String SECURE = "secure";
    private static final String HTTP_ONLY = "httponly";
    private static final String SAME_SITE = "samesite";
    private static final String PARTITIONED = "partitioned";
    private static final String CREATED = "_created";
    private static final String USED = "_used";

    private Structure() {}

    /** The cookies in their order; none, if it is of another version. Whatever is not as it should be is left out. */
    static List<Cookie> read(Map<String, Object> structure) {
        List<Cookie> cookies = new ArrayList<>();
        if (String.valueOf(structure.get(VERSION)).equals("2")) {
            structure.forEach((host, paths) -> maps(paths)
                    .forEach((path, names) -> maps(names)
                            .forEach((name, attributes) ->
                                    read(host, path, name, maps(attributes)).ifPresent(cookies::add))));
        }
        cookies.sort(Comparator.comparing(Cookie::created));
        return cookies;
    }

    /** These and nothing else. */
    static void write(List<Cookie> cookies, Map<String, Object> structure) {
        structure.clear();
        structure.put(VERSION, 2);
        for (Cookie cookie : cookies) {
            Map<String, Object> paths = inner(structure, cookie.domain());
            inner(paths, cookie.path()).put(cookie.name(), attributes(cookie));
        }
    }

    private static Optional<Cookie> read(String host, String path, String name, Map<String, Object> attributes) {
        if (!(attributes.get(VALUE) instanceof String value)) {
            return Optional.empty();
        }
        Instant created = time(attributes.get(CREATED)).orElse(Instant.EPOCH);
        return Optional.of(new Cookie(
                name,
                value,
                host,
                !attributes.containsKey(DOMAIN),
                path,
                time(attributes.get(EXPIRES)),
                attributes.containsKey(SECURE),
                attributes.containsKey(HTTP_ONLY),
                sameSite(attributes.get(SAME_SITE)),
                attributes.containsKey(PARTITIONED),
                created,
                time(attributes.get(USED)).orElse(created)));
    }

    private static Map<String, Object> attributes(Cookie cookie) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(VALUE, cookie.value());
        cookie.expires().ifPresent(moment -> attributes.put(EXPIRES, moment.getEpochSecond()));
        if (!cookie.hostOnly()) {
            attributes.put(DOMAIN, cookie.domain());
        }
        flag(attributes, SECURE, cookie.secure());
        flag(attributes, HTTP_ONLY, cookie.httpOnly());
        flag(attributes, PARTITIONED, cookie.partitioned());
        if (cookie.sameSite() != SameSite.DEFAULT) {
            attributes.put(SAME_SITE, cookie.sameSite().name().toLowerCase(Locale.ROOT));
        }
        attributes.put(CREATED, seconds(cookie.created()));
        attributes.put(USED, seconds(cookie.used()));
        return attributes;
    }

    /** The seed has attributes without a value like this. */
    private static void flag(Map<String, Object> attributes, String name, boolean value) {
        if (value) {
            attributes.put(name, "");
        }
    }

    private static SameSite sameSite(Object value) {
        try {
            return SameSite.valueOf(String.valueOf(value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return SameSite.DEFAULT;
        }
    }

    private static double seconds(Instant moment) {
        return moment.getEpochSecond() + moment.getNano() / 1e9;
    }

    private static Optional<Instant> time(Object value) {
        return value instanceof Number number
                ? Optional.of(Instant.ofEpochSecond(0, 0).plusNanos((long) (number.doubleValue() * 1e9)))
                : Optional.empty();
    }

    private static Map<String, Object> inner(Map<String, Object> outer, String key) {
        Map<String, Object> inner = maps(outer.get(key));
        outer.put(key, inner);
        return inner;
    }

    /** A copy of what is a map; of what is none, an empty one. */
    private static Map<String, Object> maps(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> copy.put(String.valueOf(key), inner));
        }
        return copy;
    }
}
