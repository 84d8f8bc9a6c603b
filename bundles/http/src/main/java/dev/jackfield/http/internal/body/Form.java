package dev.jackfield.http.internal.body;

import dev.jackfield.http.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Forms of names and values (WHATWG URL section 5). */
public final class Form {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** Encodes. */
    public static RequestBody body(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Expected names and values in turn, got " + namesAndValues.length + " texts");
        }
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i++) {
            if (i > 0) {
                form.append(i % 2 == 0 ? '&' : '=');
            }
            // Java encodes exactly as the standard wants it, blanks as plus included.
            form.append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8));
        }
        byte[] octets = form.toString().getBytes(StandardCharsets.US_ASCII);
        return OctetsBody.of(octets).typed(TYPE);
    }
}
