package dev.jackfield.itest.parity.families.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a client sends apart: whole requests, and what is left. As simple as a server can be. */
final class SentRequests {
    private static final String END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*([0-9]+)[ \\t]*\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \\t]*chunked[ \\t]*\r?$");

    private final List<String> whole = new ArrayList<>();
    private String rest = "";

    void add(byte[] octets) {
        rest += Octets.text(octets);
        for (int end = end(rest); end > 0; end = end(rest)) {
            whole.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
    }

    /** Exactly as they were sent. */
    List<String> whole() {
        return whole;
    }

    /** Where the first request ends; 0 if it is not all there. */
    private static int end(String text) {
        int head = text.indexOf(END);
        if (head < 0) {
            return 0;
        }
        int body = head + END.length();
        String fields = text.substring(0, body);
        if (CHUNKED.matcher(fields).find()) {
            return chunks(text, body);
        }
        Matcher length = LENGTH.matcher(fields);
        int end = length.find() ? body + Integer.parseInt(length.group(1)) : body;
        return end <= text.length() ? end : 0;
    }

    private static int chunks(String text, int from) {
        int at = from;
        while (true) {
            int line = text.indexOf("\r\n", at);
            if (line < 0) {
                return 0;
            }
            int size = Integer.parseInt(text.substring(at, line).toLowerCase(Locale.ROOT), 16);
            at = line + 2 + size + 2;
            if (at > text.length()) {
                return 0;
            }
            if (size == 0) {
                return at;
            }
        }
    }
}
