package dev.jackfield.resolver.internal.dns;

import java.util.Arrays;

/** Names as text: one reads, another is written. */
final class NameText {
    private static final String ESCAPED = "\".;\\()@$";

    private final String text;
    private final byte[] wire = new byte[DnsName.LONGEST];
    private int at;
    private int label;
    private int end = 1;

    NameText(String text) {
        this.text = text;
    }

    /** The name's form on the wire. */
    byte[] wire() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '.') {
                endLabel();
            } else {
                put(c == '\\' ? escaped() : c);
            }
        }
        if (end != label + 1) {
            endLabel();
        }
        return Arrays.copyOf(wire, end);
    }

    static String of(byte[] wire) {
        StringBuilder text = new StringBuilder(wire.length);
        for (int label = 0; wire[label] != 0; label += 1 + wire[label]) {
            if (label > 0) {
                text.append('.');
            }
            for (int i = label + 1; i <= label + wire[label]; i++) {
                append(text, wire[i] & 0xFF);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int octet) {
        if (octet <= ' ' || octet > '~') {
            text.append('\\').append(octet / 100).append(octet / 10 % 10).append(octet % 10);
            return;
        }
        if (ESCAPED.indexOf(octet) >= 0) {
            text.append('\\');
        }
        text.append((char) octet);
    }

    private void endLabel() {
        if (end == label + 1) {
            throw wrong("labels of 1 to " + DnsName.LONGEST_LABEL + " octets", "an empty one");
        }
        if (end == wire.length) {
            throw tooLong();
        }
        wire[label] = (byte) (end - label - 1);
        label = end++;
        // The length of the next label, and the root if there is none.
        wire[label] = 0;
    }

    private void put(int octet) {
        if (octet > 0xFF) {
            throw wrong("octets", String.format("U+%04X, which is to be converted first (IDNA)", octet));
        }
        if (end - label > DnsName.LONGEST_LABEL) {
            throw wrong("labels of at most " + DnsName.LONGEST_LABEL + " octets", "a longer one");
        }
        if (end == wire.length) {
            throw tooLong();
        }
        wire[end++] = (byte) octet;
    }

    private int escaped() {
        if (at == text.length()) {
            throw wrong("a character behind the backslash", "none");
        }
        if (!isDigit(at)) {
            return text.charAt(at++);
        }
        int octet = 0;
        for (int digits = 0; digits < 3; digits++) {
            if (at == text.length() || !isDigit(at)) {
                throw wrong("three digits behind the backslash", "" + digits);
            }
            octet = octet * 10 + text.charAt(at++) - '0';
        }
        if (octet > 0xFF) {
            throw wrong("at most 255 behind the backslash", "" + octet);
        }
        return octet;
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private IllegalArgumentException tooLong() {
        return wrong("a name of at most " + DnsName.LONGEST + " octets on the wire", "more");
    }

    private IllegalArgumentException wrong(String expected, String got) {
        return new IllegalArgumentException(
                "Expected a domain name with " + expected + ", got " + got + " at character " + at);
    }
}
