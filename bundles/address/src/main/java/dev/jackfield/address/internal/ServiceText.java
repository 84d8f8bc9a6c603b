package dev.jackfield.address.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.ServiceNames;
import java.util.OptionalInt;

/** What is written where a port belongs: a number, the name of a service, or both. */
record ServiceText(int port, String name) {

    /** The service, its port 0 if no table here knows it; or null if the text is none. */
    static ServiceText read(String text) {
        int equals = text.lastIndexOf('=');
        int port = number(text, equals + 1);
        String name = text.substring(0, Math.max(equals, 0));
        if (port >= 0 && equals < 0) {
            return new ServiceText(port, "");
        }
        if (port > 0 && isName(name)) {
            return new ServiceText(port, name);
        }
        return equals < 0 && isName(text) ? new ServiceText(builtInPort(text), text) : null;
    }

    /** As in RFC 6335, and looser: the dots, underscores and plus signs of old tables, and the seed's {@code a=b=80}. */
    static boolean isName(String text) {
        if (text.length() > HostPort.MAX_SERVICE) {
            return false;
        }
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = c | 0x20;
            boolean isLetter = letter >= 'a' && letter <= 'z';
            if (!isLetter && (c < '0' || c > '9') && "-._+=".indexOf(c) < 0) {
                return false;
            }
            letters |= isLetter;
        }
        return letters;
    }

    /** TCP first, because that is what host-ports are mostly for; a service of UDP alone is no less known. */
    static int builtInPort(String name) {
        ServiceNames known = ServiceNames.builtIn();
        OptionalInt tcp = known.port(name, "tcp");
        return (tcp.isPresent() ? tcp : known.port(name, "udp")).orElse(0);
    }

    /** A port from a position to the end of the text, or -1. */
    static int number(String text, int from) {
        int number = from < text.length() ? 0 : -1;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            number = number * 10 + digit;
            if (digit < 0 || digit > 9 || number > HostPortText.MAX_PORT) {
                return -1;
            }
        }
        return number;
    }
}
