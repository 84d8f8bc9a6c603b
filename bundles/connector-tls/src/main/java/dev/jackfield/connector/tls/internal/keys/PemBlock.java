package dev.jackfield.connector.tls.internal.keys;

/**
 * One block of a PEM text (RFC 7468). Its content may be a key, so it is not printed.
 *
 * @param label what it is, such as {@code CERTIFICATE}
 * @param line where it begins, from 1
 * @param content in DER
 */
record PemBlock(String label, int line, byte[] content) {

    /** For what is wrong about it. */
    IllegalArgumentException wrong(String sentence, Throwable cause) {
        return new IllegalArgumentException("Line " + line + ": " + sentence, cause);
    }

    IllegalArgumentException wrong(String sentence) {
        return wrong(sentence, null);
    }

    @Override
    public String toString() {
        return label + " at line " + line;
    }
}
