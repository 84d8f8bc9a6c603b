package dev.jackfield.address.internal.idn;

/** RFC 1035 section 2.3.4; a name of 253 characters takes 255 octets in a message. */
final class DnsLengths {
    static final int MAX_LABEL = 63;
    static final int MAX_NAME = 253;

    private DnsLengths() {}

    static boolean fits(int label) {
        return label > 0 && label <= MAX_LABEL;
    }

    static IllegalArgumentException refused(int number, String label) {
        String why = label.isEmpty() ? "is empty" : "has more than " + MAX_LABEL + " characters in its ASCII form";
        return Label.refused(number, label, why);
    }

    static void checkName(String ascii) {
        int length = ascii.endsWith(".") ? ascii.length() - 1 : ascii.length();
        if (length > MAX_NAME) {
            throw new IllegalArgumentException("Expected a host name of at most " + MAX_NAME
                    + " characters in its ASCII form, not counting a final dot, got " + length);
        }
    }
}
