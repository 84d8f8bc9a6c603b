package dev.jackfield.http.internal.message;

/** Classes of octets (RFC 9110 section 5.6), as tables. */
final class Chars {
    private static final boolean[] TOKEN = new boolean[256];

    static {
        for (int c = '0'; c <= '9'; c++) {
            TOKEN[c] = true;
        }
        for (int c = 'a'; c <= 'z'; c++) {
            TOKEN[c] = true;
            TOKEN[c - 32] = true;
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[c] = true;
        }
    }

    private Chars() {}

    static boolean isToken(int octet) {
        return TOKEN[octet & 0xFF];
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF || !TOKEN[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Visible octets, blanks and tabs, and what lies beyond ASCII: what a field value may hold. */
    static boolean isFieldValue(String text) {
        return text.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0xFF && c != 0x7F));
    }

    static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t';
    }

    /** Without the blanks and tabs around it. */
    static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    static int lower(int octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
    }

    /** Shows an octet in an error message. */
    static String show(int octet) {
        int c = octet & 0xFF;
        return c > 0x20 && c < 0x7F ? "'" + (char) c + "'" : String.format("octet 0x%02x", c);
    }
}
