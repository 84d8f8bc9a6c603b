package dev.jackfield.shell.internal.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the {@link OriginServer} answers to a head; a body is more than it reads. <i>Immutable.</i>
 *
 * @param octets of the whole answer
 * @param last whether the connection ends with it
 */
record OriginAnswer(byte[] octets, boolean last) {
    static final OriginAnswer TOO_LARGE = refusal("431 Request Header Fields Too Large");

    private static final OriginAnswer BAD = refusal("400 Bad Request");
    private static final OriginAnswer NOT_ALLOWED = refusal("405 Method Not Allowed\r\nAllow: GET, HEAD, POST");
    private static final OriginAnswer TOO_MUCH = refusal("413 Content Too Large");
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + OriginServer.BODY.length() + "\r\n";
    private static final Pattern BODY = Pattern.compile("\r\ncontent-length: *+(?!0\r\n)");
    private static final String CLOSE = "Connection: close\r\n";
    private static final OriginAnswer TO_GET = answer("\r\n" + OriginServer.BODY, false);
    private static final OriginAnswer TO_LAST_GET = answer(CLOSE + "\r\n" + OriginServer.BODY, true);
    private static final OriginAnswer TO_HEAD = answer("\r\n", false);
    private static final OriginAnswer TO_LAST_HEAD = answer(CLOSE + "\r\n", true);

    static OriginAnswer to(byte[] octets, int end) {
        String head = new String(octets, 0, end, StandardCharsets.ISO_8859_1);
        if (!head.substring(0, head.indexOf("\r\n")).endsWith(" HTTP/1.1")) {
            return BAD;
        }
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("\r\ntransfer-encoding:") || BODY.matcher(lower).find()) {
            return TOO_MUCH;
        }
        boolean last = lower.contains("\r\nconnection: close\r\n");
        if (head.startsWith("GET ") || head.startsWith("POST ")) {
            return last ? TO_LAST_GET : TO_GET;
        }
        if (head.startsWith("HEAD ")) {
            return last ? TO_LAST_HEAD : TO_HEAD;
        }
        return NOT_ALLOWED;
    }

    /** The target of a request. */
    static String target(byte[] octets, int end) {
        int begin = 0;
        while (begin < end && octets[begin] != ' ') {
            begin++;
        }
        int last = begin + 1;
        while (last < end && octets[last] != ' ' && octets[last] != '\r') {
            last++;
        }
        return last > end ? "" : new String(octets, begin + 1, last - begin - 1, StandardCharsets.ISO_8859_1);
    }

    /** The index behind the empty line, or -1 if that has not come yet. */
    static int endOfHead(byte[] octets, int length) {
        for (int i = 3; i < length; i++) {
            if (octets[i] == '\n' && octets[i - 1] == '\r' && octets[i - 2] == '\n' && octets[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static OriginAnswer answer(String rest, boolean last) {
        return new OriginAnswer(ascii(HEAD + rest), last);
    }

    private static OriginAnswer refusal(String status) {
        return new OriginAnswer(
                ascii("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), true);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
