package dev.jackfield.address.internal.idn;

/** Which ASCII characters are for whom. */
final class Ascii {
    private static final String FORBIDDEN_IN_URL = " #%/:<>?@[\\]^|";

    private Ascii() {}

    static boolean isAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** After lower-casing: {@code UseSTD3ASCIIRules} of UTS-46. */
    static boolean isLetterDigitHyphen(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    /** The forbidden domain code points of the URL standard. */
    static boolean isForbiddenInUrl(int c) {
        return c < ' ' || c == 0x7F || FORBIDDEN_IN_URL.indexOf(c) >= 0;
    }
}
