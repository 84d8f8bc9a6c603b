package dev.jackfield.address.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** Reads the form of {@code /etc/services}. */
public final class ServicesFile {
    private static final int MAX_PROTOCOL = 16;

    private ServicesFile() {}

    /** Ports by {@link #key}, of so many names at most. */
    public static Map<String, Integer> read(String file, int maxNames) {
        Map<String, Integer> ports = new HashMap<>();
        int from = 0;
        while (from < file.length() && ports.size() < maxNames) {
            int end = endOfLine(file, from);
            String line = file.substring(from, end);
            int hash = line.indexOf('#');
            readLine(hash < 0 ? line : line.substring(0, hash), ports, maxNames);
            from = end + 1;
        }
        return ports;
    }

    public static String key(String name, String protocol) {
        return (name + "/" + protocol).toLowerCase(Locale.ROOT);
    }

    private static void readLine(String line, Map<String, Integer> ports, int maxNames) {
        StringTokenizer words = new StringTokenizer(line, " \t\f");
        if (words.countTokens() < 2) {
            return;
        }
        String name = words.nextToken();
        String where = words.nextToken();
        int slash = where.indexOf('/');
        if (slash < 0) {
            return;
        }
        int port = ServiceText.number(where.substring(0, slash), 0);
        String protocol = where.substring(slash + 1);
        boolean makesSense = port > 0 && protocol.length() <= MAX_PROTOCOL && ServiceText.isName(protocol);
        for (String alias = name; makesSense && ports.size() < maxNames; alias = words.nextToken()) {
            if (ServiceText.isName(alias)) {
                ports.putIfAbsent(key(alias, protocol), port);
            }
            if (!words.hasMoreTokens()) {
                return;
            }
        }
    }

    private static int endOfLine(String file, int from) {
        int end = from;
        while (end < file.length() && file.charAt(end) != '\n' && file.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
