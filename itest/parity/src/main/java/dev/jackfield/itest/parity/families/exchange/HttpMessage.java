package dev.jackfield.itest.parity.families.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it was sent.
 *
 * @param line the first
 * @param headers by their names in lower case, values in their order
 * @param body what is behind the head
 */
record HttpMessage(String line, Map<String, List<String>> headers, String body) {

    static HttpMessage of(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return new HttpMessage(lines[0], headers, text.substring(end + 4));
    }

    /** All values of a field joined; empty for none. */
    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }
}
