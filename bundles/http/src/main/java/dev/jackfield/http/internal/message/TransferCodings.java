package dev.jackfield.http.internal.message;

import dev.jackfield.http.HttpFailure;

/** What was done to a body for its way, in that order (RFC 9112 section 6.1). */
final class TransferCodings {
    private static final String CHUNKED = "chunked";

    private int fields;
    private int codings;
    private int chunked;
    private boolean lastIsChunked;
    private boolean odd;

    void clear() {
        fields = 0;
        codings = 0;
        chunked = 0;
        lastIsChunked = false;
        odd = false;
    }

    /** Takes one more field Transfer-Encoding. */
    void add(HeadParser head, int field) {
        fields++;
        if (head.isValue(field, CHUNKED)) {
            coding(CHUNKED);
            return;
        }
        for (String member : head.value(field).split(",")) {
            String coding = Chars.trim(member);
            if (!coding.isEmpty()) {
                coding(coding);
            }
        }
    }

    /** Whether there is such a field, be there anything in it or not. */
    boolean any() {
        return fields > 0;
    }

    /** Whether chunks tell where the body ends. */
    boolean chunked() {
        return lastIsChunked;
    }

    /** Fails unless it is told without doubt what was done, and chunked, if at all, once and last. */
    void check(HeadParser head) throws HttpFailure {
        if (odd || codings == 0) {
            throw head.garbled(
                    "Expected names of transfer codings, chunked without parameters (RFC 9112 sections 6.1 and"
                            + " 7.1), got " + (codings == 0 ? "nothing" : "something else"));
        }
        if (chunked > 1 || (chunked == 1 && !lastIsChunked)) {
            throw head.garbled("Expected chunked, once, as the last transfer coding (RFC 9112 section 6.1), got it "
                    + (chunked > 1 ? chunked + " times" : "before others"));
        }
    }

    private void coding(String coding) {
        int semicolon = coding.indexOf(';');
        String name = semicolon < 0 ? coding : Chars.trim(coding.substring(0, semicolon));
        codings++;
        lastIsChunked = name.equalsIgnoreCase(CHUNKED);
        if (lastIsChunked) {
            chunked++;
        }
        odd |= !Chars.isToken(name) || (lastIsChunked && semicolon >= 0);
    }
}
