package dev.jackfield.http.internal.message;

import dev.jackfield.http.HttpFailure;
import java.util.Locale;

/**
 * How long a body is and whether the connection outlives it (RFC 9112 sections 6.3 and 9.3). Any doubt is an error: two
 * parties that disagree on where a message ends can be played off against each other.
 */
public final class Framing {
    /** What ends a body. */
    public enum Body {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    private Body body = Body.NONE;
    private long length;
    private boolean keepAlive;
    private long keepAliveSeconds;

    /** Made when the first field of them comes. */
    private TransferCodings codings;

    private long contentLength;
    private int contentLengthDigits;
    private boolean closeSaid;
    private boolean keepAliveSaid;

    /** Of a body of which nobody knows how long it is going to be. */
    public static Framing unknown() {
        Framing unknown = new Framing();
        unknown.body = Body.UNTIL_CLOSE;
        return unknown;
    }

    public Body body() {
        return body;
    }

    /** For {@link Body#LENGTH}. */
    public long length() {
        return length;
    }

    /** Whether the connection outlives the body. */
    public boolean keepAlive() {
        return keepAlive;
    }

    /** What the server says in Keep-Alive: timeout; -1 if it does not. */
    long keepAliveSeconds() {
        return keepAliveSeconds;
    }

    /** The same again. */
    void becomes(Framing other) {
        body = other.body;
        length = other.length;
        keepAlive = other.keepAlive;
        keepAliveSeconds = other.keepAliveSeconds;
    }

    /** No body and no further message, whatever the head says: a tunnel has begun (RFC 9110 section 9.3.6). */
    void tunnel() {
        body = Body.NONE;
        keepAlive = false;
        keepAliveSeconds = -1;
    }

    /** Decides, from a head that was read completely and not yet taken. */
    void decide(HeadParser head, boolean answersHead) throws HttpFailure {
        contentLength = -1;
        if (codings != null) {
            codings.clear();
        }
        closeSaid = false;
        keepAliveSaid = false;
        keepAliveSeconds = -1;
        for (int i = 0; i < head.fieldCount(); i++) {
            switch (head.nameLength(i)) {
                case 10 -> {
                    if (head.isNamed(i, "connection")) {
                        connection(head, i);
                    } else if (head.isNamed(i, "keep-alive")) {
                        keepAliveHint(head.value(i));
                    }
                }
                case 14 -> {
                    if (head.isNamed(i, "content-length")) {
                        contentLength(head, i);
                    }
                }
                case 17 -> {
                    if (head.isNamed(i, "transfer-encoding")) {
                        transferCoding(head, i);
                    }
                }
                default -> {
                    // Not about framing.
                }
            }
        }
        conclude(head, answersHead);
    }

    private void conclude(HeadParser head, boolean answersHead) throws HttpFailure {
        int status = head.status();
        keepAlive = !closeSaid && (head.minor() >= 1 || keepAliveSaid) && !head.strayed();
        if (answersHead || status < 200 || status == 204 || status == 304) {
            body = Body.NONE;
        } else if (codings != null && codings.any()) {
            transferCoded(head);
        } else if (contentLength >= 0) {
            body = contentLength == 0 ? Body.NONE : Body.LENGTH;
            length = contentLength;
        } else {
            body = Body.UNTIL_CLOSE;
            keepAlive = false;
        }
    }

    /** Codings that we do not know and did not ask for are the caller's, as the field tells; where the body ends is ours. */
    private void transferCoded(HeadParser head) throws HttpFailure {
        codings.check(head);
        if (codings.chunked()) {
            body = Body.CHUNKED;
            // Either the peer is too old for chunks or it said two lengths: read this message, but trust it no further.
            keepAlive = keepAlive && head.minor() >= 1 && contentLength < 0;
        } else if (contentLength >= 0) {
            throw head.garbled(
                    "Expected Transfer-Encoding or Content-Length (RFC 9112 section 6.3), got both, and no chunks");
        } else {
            body = Body.UNTIL_CLOSE;
            keepAlive = false;
        }
    }

    private void transferCoding(HeadParser head, int field) {
        if (codings == null) {
            codings = new TransferCodings();
        }
        codings.add(head, field);
    }

    private void connection(HeadParser head, int field) {
        if (head.isValue(field, "keep-alive")) {
            keepAliveSaid = true;
        } else if (head.isValue(field, "close")) {
            closeSaid = true;
        } else {
            for (String option : head.value(field).split(",")) {
                String token = Chars.trim(option);
                closeSaid |= token.equalsIgnoreCase("close");
                keepAliveSaid |= token.equalsIgnoreCase("keep-alive");
            }
        }
    }

    private void keepAliveHint(String value) {
        for (String parameter : value.split(",")) {
            String text = Chars.trim(parameter).toLowerCase(Locale.ROOT);
            if (text.startsWith("timeout=")) {
                String digits = text.substring("timeout=".length());
                if (!digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit)) {
                    keepAliveSeconds = Long.parseLong(digits);
                }
            }
        }
    }

    private void contentLength(HeadParser head, int field) throws HttpFailure {
        long number = head.shortNumber(field);
        if (number >= 0) {
            agree(head, number, head.valueLength(field));
            return;
        }
        String value = head.value(field);
        for (String member : value.split(",", -1)) {
            String digits = Chars.trim(member);
            long parsed = parseLength(digits);
            if (parsed < 0) {
                throw head.garbled("Expected digits below 2^63 as Content-Length (RFC 9110 section 8.6), got \""
                        + shown(value) + "\"");
            }
            agree(head, parsed, digits.length());
        }
    }

    /** The same number in other digits is another text, and somebody else may read it in another way. */
    private void agree(HeadParser head, long length, int digits) throws HttpFailure {
        if (contentLength >= 0 && (contentLength != length || contentLengthDigits != digits)) {
            throw head.garbled("Expected one Content-Length (RFC 9112 section 6.3), got "
                    + text(contentLength, contentLengthDigits) + " and " + text(length, digits));
        }
        contentLength = length;
        contentLengthDigits = digits;
    }

    private static String text(long number, int digits) {
        String plain = Long.toString(number);
        return "0".repeat(Math.min(60, digits - plain.length())) + plain;
    }

    private static String shown(String value) {
        return value.substring(0, Math.min(60, value.length())).replaceAll("[^ -~]", ".");
    }

    private static long parseLength(String digits) {
        if (digits.isEmpty() || digits.length() > 400) {
            return -1;
        }
        long parsed = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || parsed > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            parsed = parsed * 10 + digit;
        }
        return parsed;
    }
}
