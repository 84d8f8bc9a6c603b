package dev.jackfield.address.internal.idn;

/** RFC 3492 with the parameters of section 5. The time grows with the square of the length, so callers bound that. */
public final class Punycode {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_BEYOND = 0x80;

    private Punycode() {}

    /** The ASCII characters among them first; capitals are kept. */
    public static String encode(CodePoints text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (text.get(i) < FIRST_BEYOND) {
                out.append((char) text.get(i));
            }
        }
        int ascii = out.length();
        if (ascii > 0) {
            out.append('-');
        }
        // Long, because the distance between two code points is multiplied by the length.
        long delta = 0;
        int bias = FIRST_BIAS;
        int reached = FIRST_BEYOND;
        for (int done = ascii; done < text.length(); ) {
            int next = smallestFrom(reached, text);
            delta += (long) (next - reached) * (done + 1);
            reached = next;
            for (int i = 0; i < text.length(); i++) {
                if (text.get(i) < reached) {
                    delta++;
                } else if (text.get(i) == reached) {
                    number(delta, bias, out);
                    bias = adapt(delta, done + 1, done == ascii);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            reached++;
        }
        return out.toString();
    }

    /** Null if it is not what an encoder makes: a character that is no digit, a number cut off, or one out of range. */
    public static CodePoints decode(CodePoints text, int from) {
        int hyphen = text.length() - 1;
        while (hyphen > from && text.get(hyphen) != '-') {
            hyphen--;
        }
        CodePoints out = new CodePoints(text.length() - from);
        for (int i = from; i < hyphen; i++) {
            if (text.get(i) >= FIRST_BEYOND) {
                return null;
            }
            out.append(text.get(i));
        }
        int at = hyphen > from ? hyphen + 1 : from;
        int point = FIRST_BEYOND;
        int bias = FIRST_BIAS;
        for (long index = 0; at < text.length(); index++) {
            long before = index;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? digit(text.get(at++)) : -1;
                if (digit < 0) {
                    return null;
                }
                index += digit * weight;
                // Every further digit is at least 1, so this ends the loop before the weight overflows.
                if (index > Integer.MAX_VALUE) {
                    return null;
                }
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            int length = out.length() + 1;
            bias = adapt(index - before, length, before == 0);
            long next = point + index / length;
            if (next > Character.MAX_CODE_POINT) {
                return null;
            }
            point = (int) next;
            index %= length;
            out.insert((int) index, point);
        }
        return out;
    }

    private static int smallestFrom(int least, CodePoints text) {
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < text.length(); i++) {
            int point = text.get(i);
            if (point >= least && point < smallest) {
                smallest = point;
            }
        }
        return smallest;
    }

    private static void number(long value, int bias, StringBuilder out) {
        long rest = value;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                out.append(DIGITS.charAt((int) rest));
                return;
            }
            rest -= threshold;
            out.append(DIGITS.charAt(threshold + (int) (rest % (BASE - threshold))));
            rest /= BASE - threshold;
        }
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    private static int adapt(long delta, int length, boolean first) {
        long rest = delta / (first ? DAMP : 2);
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }

    private static int digit(int point) {
        if (point >= '0' && point <= '9') {
            return point - '0' + 26;
        }
        int letter = point | 0x20;
        return letter >= 'a' && letter <= 'z' ? letter - 'a' : -1;
    }
}
