package dev.jackfield.connector.tls.internal.keys;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the blocks of a PEM text (RFC 7468). What stands between them is skipped: the tools write there what they know
 * about a certificate.
 */
final class PemReader {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 64;

    private final List<PemBlock> blocks = new ArrayList<>();
    private final StringBuilder base64 = new StringBuilder();
    private String label = "";
    private int begin;
    private int line;

    private PemReader() {}

    /**
     * Reads all blocks.
     *
     * @throws IllegalArgumentException if one is broken; tells the line, and nothing of the content
     */
    static List<PemBlock> read(String text) {
        PemReader reader = new PemReader();
        text.lines().forEach(reader::line);
        if (!reader.label.isEmpty()) {
            throw reader.wrong("expected " + END + reader.label + DASHES + " for the block that begins at line "
                    + reader.begin + ", got the end of the text");
        }
        return List.copyOf(reader.blocks);
    }

    private void line(String raw) {
        line++;
        String text = raw.strip();
        if (text.isEmpty()) {
            return;
        }
        if (text.startsWith(BEGIN)) {
            begin(text);
        } else if (text.startsWith(END)) {
            end(text);
        } else if (!label.isEmpty()) {
            content(text);
        }
    }

    private void begin(String text) {
        if (!label.isEmpty()) {
            throw wrong("expected the end of the block that begins at line " + begin + ", got another beginning");
        }
        label = label(text, BEGIN);
        begin = line;
        base64.setLength(0);
    }

    private void end(String text) {
        if (label.isEmpty()) {
            throw wrong("expected a beginning before an end");
        }
        if (!label(text, END).equals(label)) {
            throw wrong("expected the end of " + label + ", got that of " + label(text, END));
        }
        blocks.add(new PemBlock(label, begin, decoded()));
        label = "";
    }

    private String label(String text, String start) {
        if (!text.endsWith(DASHES) || text.length() <= start.length() + DASHES.length()) {
            throw wrong("expected " + start + "and a label and " + DASHES);
        }
        String found = text.substring(start.length(), text.length() - DASHES.length());
        if (found.length() > LONGEST_LABEL || !found.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw wrong("expected a label of at most " + LONGEST_LABEL + " printable ASCII characters");
        }
        return found;
    }

    private void content(String text) {
        if (text.indexOf(':') >= 0) {
            throw wrong("expected Base64, got a header; a key that is encrypted the old way (Proc-Type) can be written"
                    + " anew by openssl pkcs8 -topk8");
        }
        if (!text.chars().allMatch(PemReader::isBase64)) {
            throw wrong("expected Base64, got other characters");
        }
        base64.append(text);
    }

    private static boolean isBase64(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=';
    }

    private byte[] decoded() {
        if (base64.isEmpty()) {
            throw wrong("expected something in the block that begins at line " + begin + ", got nothing");
        }
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            // Without its message: that may show some of a key.
            throw wrong("expected whole Base64 in the block that begins at line " + begin);
        }
    }

    private IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException("Line " + line + ": " + sentence);
    }
}
