package dev.jackfield.http.internal.url;

/** Removes {@code .} and {@code ..} from paths (RFC 3986 section 5.2.4), also where their dots are percent-encoded. */
final class DotSegments {
    private DotSegments() {}

    /** Of a path that begins with a slash; so does the result. */
    static String removed(String path) {
        StringBuilder out = new StringBuilder(path.length());
        int end;
        for (int begin = 1; begin <= path.length(); begin = end + 1) {
            int slash = path.indexOf('/', begin);
            end = slash < 0 ? path.length() : slash;
            int dots = dots(path, begin, end);
            if (dots == 2) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            }
            if (dots == 0) {
                out.append('/').append(path, begin, end);
            } else if (slash < 0) {
                out.append('/');
            }
        }
        return out.toString();
    }

    /** How many dots a segment consists of, if it is of one or two. */
    private static int dots(String path, int begin, int end) {
        int dots = 0;
        int at = begin;
        while (at < end && dots < 3) {
            if (path.charAt(at) == '.') {
                at++;
            } else if (path.regionMatches(true, at, "%2e", 0, 3)) {
                at += 3;
            } else {
                return 0;
            }
            dots++;
        }
        return dots < 3 ? dots : 0;
    }
}
