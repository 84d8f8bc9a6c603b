package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the seed's structure of version 2 of cookies. */
public final class VersionTwoWriter {
    private final Map<String, Object> structure = new LinkedHashMap<>();
    private final Object noValue;

    private VersionTwoWriter(Object noValue) {
        this.noValue = noValue;
    }

    /** In maps that are new and can be changed; attributes without a value have this one. */
    public static Map<String, Object> write(Collection<Cookie> cookies, Object noValue) {
        VersionTwoWriter writer = new VersionTwoWriter(noValue);
        writer.structure.put(VersionTwo.VERSION_KEY, VersionTwo.VERSION);
        int order = 0;
        for (Cookie cookie : cookies) {
            writer.add(cookie, order++);
        }
        return writer.structure;
    }

    /** There is room for one cookie of a name; if there are two, that of the host alone goes into the other. */
    private void add(Cookie cookie, int order) {
        Map<String, Object> names = inner(inner(structure, key(cookie.domain())), cookie.path());
        Map<String, Object> attributes = attributes(cookie, order);
        Map<String, Object> there = names.containsKey(cookie.name()) ? inner(names, cookie.name()) : Map.of();
        boolean ofDomain = there.containsKey(VersionTwo.DOMAIN);
        if (cookie.hostOnly() && ofDomain) {
            there.put(VersionTwo.HOST_ONLY, attributes);
            return;
        }
        Object twin = ofDomain ? there.get(VersionTwo.HOST_ONLY) : there;
        if (!cookie.hostOnly() && twin != null && !there.isEmpty()) {
            attributes.put(VersionTwo.HOST_ONLY, twin);
        }
        names.put(cookie.name(), attributes);
    }

    /** A host may have the name under which the version stands; with a dot behind it is the same one. */
    private static String key(String domain) {
        return domain.equals(VersionTwo.VERSION_KEY) ? domain + "." : domain;
    }

    private Map<String, Object> attributes(Cookie cookie, int order) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(VersionTwo.VALUE, cookie.value());
        cookie.expires().ifPresent(expires -> attributes.put(VersionTwo.EXPIRES, seconds(expires)));
        if (!cookie.hostOnly()) {
            attributes.put(VersionTwo.DOMAIN, cookie.domain());
        }
        flag(attributes, VersionTwo.SECURE, cookie.secure());
        flag(attributes, VersionTwo.HTTP_ONLY, cookie.httpOnly());
        flag(attributes, VersionTwo.PARTITIONED, cookie.partitioned());
        if (cookie.sameSite() != SameSite.DEFAULT) {
            String name = cookie.sameSite().name();
            attributes.put(
                    VersionTwo.SAME_SITE, name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        }
        attributes.put(VersionTwo.CREATED, seconds(cookie.created()));
        attributes.put(VersionTwo.USED, seconds(cookie.used()));
        attributes.put(VersionTwo.ORDER, order);
        if (cookie.hostOnly()) {
            attributes.put(VersionTwo.HOST_ONLY, 1);
        }
        return attributes;
    }

    private void flag(Map<String, Object> attributes, String key, boolean value) {
        if (value) {
            attributes.put(key, noValue);
        }
    }

    private static Number seconds(Instant moment) {
        if (moment.getNano() == 0) {
            return moment.getEpochSecond();
        }
        return BigDecimal.valueOf(moment.getEpochSecond())
                .add(BigDecimal.valueOf(moment.getNano(), 9))
                .stripTrailingZeros();
    }

    /** The map of that name; a new one, if there is none yet. All of them are ours. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> outer, String name) {
        return (Map<String, Object>) outer.computeIfAbsent(name, none -> new LinkedHashMap<String, Object>());
    }
}
