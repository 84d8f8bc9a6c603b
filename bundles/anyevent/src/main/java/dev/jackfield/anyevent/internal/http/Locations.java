package dev.jackfield.anyevent.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seed tells Location in its absolute form, whatever the status. Where it leaves dot segments, RFC 3986 section 5.2.4 is
 * followed, as by the client when it goes there.
 */
final class Locations {
    /** Scheme, authority, path, query and fragment (RFC 3986 appendix B), which any text has. */
    private static final Pattern PARTS =
            Pattern.compile("(?s)(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(#.*)?");

    private Locations() {}

    /** Where a reference leads to from a URL (RFC 3986 section 5.2.2). */
    static String absolute(String url, String reference) {
        Matcher base = parts(url);
        Matcher target = parts(reference);
        String rest = text(target, 4) + text(target, 5);
        if (target.group(1) != null) {
            boolean opaque = target.group(2) == null;
            return opaque ? reference : target.group(1) + ":" + target.group(2) + withoutDots(target.group(3)) + rest;
        }
        String scheme = base.group(1) == null ? "" : base.group(1) + ":";
        if (target.group(2) != null) {
            return scheme + target.group(2) + withoutDots(target.group(3)) + rest;
        }
        String origin = scheme + text(base, 2);
        if (target.group(3).isEmpty()) {
            return origin + base.group(3) + (target.group(4) == null ? text(base, 4) : "") + rest;
        }
        return origin + withoutDots(merged(base.group(3), target.group(3))) + rest;
    }

    private static Matcher parts(String text) {
        Matcher parts = PARTS.matcher(text);
        parts.matches();
        return parts;
    }

    private static String text(Matcher parts, int group) {
        return parts.group(group) == null ? "" : parts.group(group);
    }

    private static String merged(String base, String path) {
        if (path.startsWith("/")) {
            return path;
        }
        return base.isEmpty() ? "/" + path : base.substring(0, base.lastIndexOf('/') + 1) + path;
    }

    private static String withoutDots(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!up && !segments[i].equals(".")) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
