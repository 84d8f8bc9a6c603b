package dev.jackfield.http.internal.url;

/**
 * Names of hosts in ASCII. What A-labels encode is not looked at, as in the URL standard: resolvers do, and nobody is asked
 * for what is none.
 */
final class AsciiNames {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;

    /** What RFC 3986 section 3.2.2 allows besides letters and digits, but for the dot. */
    private static final String MARKS = "-_~!$&'()*+,;=";

    private AsciiNames() {}

    /** Whether a name has lengths and characters as it should. Capitals are none of them. */
    static boolean isName(String lower) {
        return is(lower, 0, lower.length(), MARKS);
    }

    /** The same for what nearly all names consist of. */
    static boolean isUsual(String text, int begin, int end) {
        return is(text, begin, end, "-");
    }

    private static boolean is(String text, int begin, int end, String marks) {
        int label = begin;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (i == label || i - label > MAX_LABEL) {
                    return false;
                }
                label = i + 1;
            } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && marks.indexOf(c) < 0) {
                return false;
            }
        }
        int length = label == end ? end - begin - 1 : end - begin;
        return end > begin && end - label <= MAX_LABEL && length <= MAX_NAME;
    }
}
