package dev.jackfield.anyevent.internal.http;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the seed's structure, version 2. */
final class StructureWriter {
    private final Map<String, Object> structure;

    private StructureWriter(Map<String, Object> structure) {
        this.structure = structure;
    }

    /** These and nothing else, in their order. */
    static void write(List<Cookie> cookies, Map<String, Object> structure) {
        structure.clear();
        structure.put(Structure.VERSION, 2);
        StructureWriter writer = new StructureWriter(structure);
        for (int order = 0; order < cookies.size(); order++) {
            writer.add(cookies.get(order), order);
        }
    }

    /** There is room for one cookie of a name; if there are two, that of the host alone goes into the other. */
    private void add(Cookie cookie, int order) {
        Map<String, Object> names = inner(inner(structure, cookie.domain()), cookie.path());
        Map<String, Object> attributes = attributes(cookie, order);
        if (names.containsKey(cookie.name())) {
            Map<String, Object> twin = inner(names, cookie.name());
            Map<String, Object> outer = cookie.hostOnly() ? twin : attributes;
            outer.put(Structure.HOST_ONLY, cookie.hostOnly() ? attributes : twin);
            names.put(cookie.name(), outer);
        } else {
            names.put(cookie.name(), attributes);
        }
    }

    private static Map<String, Object> attributes(Cookie cookie, int order) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(Structure.VALUE, cookie.value());
        cookie.expires().ifPresent(moment -> attributes.put(Structure.EXPIRES, moment.getEpochSecond()));
        if (cookie.hostOnly()) {
            attributes.put(Structure.HOST_ONLY, 1);
        } else {
            attributes.put(Structure.DOMAIN, cookie.domain());
        }
        flag(attributes, Structure.SECURE, cookie.secure());
        flag(attributes, Structure.HTTP_ONLY, cookie.httpOnly());
        flag(attributes, Structure.PARTITIONED, cookie.partitioned());
        if (cookie.sameSite() != SameSite.DEFAULT) {
            attributes.put(Structure.SAME_SITE, cookie.sameSite().name().toLowerCase(Locale.ROOT));
        }
        attributes.put(Structure.CREATED, seconds(cookie.created()));
        attributes.put(Structure.USED, seconds(cookie.used()));
        attributes.put(Structure.ORDER, order);
        return attributes;
    }

    private static void flag(Map<String, Object> attributes, String name, boolean value) {
        if (value) {
            attributes.put(name, "");
        }
    }

    private static double seconds(Instant moment) {
        return moment.getEpochSecond() + moment.getNano() / 1e9;
    }

    /** The map of that name; a new one, if there is none yet. All of them are ours. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> outer, String name) {
        return (Map<String, Object>) outer.computeIfAbsent(name, none -> new LinkedHashMap<String, Object>());
    }
}
