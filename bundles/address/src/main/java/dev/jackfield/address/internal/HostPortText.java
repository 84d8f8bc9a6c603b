package dev.jackfield.address.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.HostService;
import dev.jackfield.address.UnixAddress;

/** Checks, reads and writes hosts with ports; stricter than the usual "split at the last colon". */
public final class HostPortText {
    public static final int MAX_PORT = 65535;

    private HostPortText() {}

    public static HostPort parse(String text, String defaultService) {
        HostServiceScanner scanner = HostServiceScanner.strict(text);
        HostService halves = scanner.scan(defaultService);
        if (halves == null) {
            throw malformed(text, scanner.problem());
        }
        boolean path = halves.service().startsWith("/");
        if (path != halves.host().equals(UnixAddress.HOST)) {
            throw malformed(
                    text, "a path has to stand alone or after \"" + UnixAddress.HOST + ":\", and nothing else there");
        }
        if (!path && ServiceText.read(halves.service()) == null) {
            throw malformed(text, "the port is neither a number from 0 to 65535 nor the name of a service");
        }
        return of(halves.host(), halves.service());
    }

    public static HostPort of(String host, String service) {
        if (service.startsWith("/")) {
            return new HostPort(host, 0, service);
        }
        ServiceText read = ServiceText.read(service);
        if (read == null) {
            throw badService(
                    "a port from 0 to 65535, a service such as https, name=port or the absolute path of a"
                            + " UNIX domain socket",
                    service);
        }
        return new HostPort(host, read.port(), read.name());
    }

    public static void check(String host, int port, String service) {
        boolean path = service.startsWith("/");
        if (path != host.equals(UnixAddress.HOST)) {
            throw new IllegalArgumentException("Expected the absolute path of a UNIX domain socket after the host \""
                    + UnixAddress.HOST + "\", and no path after any other, got " + Quoted.of(host) + " and "
                    + Quoted.of(service));
        }
        if (path) {
            new UnixAddress(service);
        } else {
            checkHost(host);
        }
        // A path has no port.
        int most = path ? 0 : MAX_PORT;
        if (port < 0 || port > most) {
            throw new IllegalArgumentException("Expected a port from 0 to " + most + ", got " + port);
        }
        // Without a port behind it, what follows the '=' would be read as one.
        boolean equalsSign = port == 0 && service.indexOf('=') >= 0;
        if (!path && !service.isEmpty() && (equalsSign || !ServiceText.isName(service))) {
            throw badService(
                    "the name of a service, of at most " + HostPort.MAX_SERVICE
                            + " letters, digits, '-', '.', '_' and '+'",
                    service);
        }
    }

    /** The port of a service that is given without, so that a service is known or not however it was given. */
    public static int port(int port, String service) {
        return port != 0 || service.isEmpty() || service.startsWith("/") ? port : ServiceText.builtInPort(service);
    }

    public static String format(String host, int port, String service) {
        String end = service.isEmpty() ? "" + port : port == 0 ? service : service + "=" + port;
        return HostServiceText.format(host, end);
    }

    private static void checkHost(String host) {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("Expected a host, got an empty text");
        }
        boolean colon = false;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (Character.isISOControl(c)
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || c == '['
                    || c == ']'
                    || c == '#'
                    || c == '/') {
                throw new IllegalArgumentException(
                        "Expected a host without controls, blanks, brackets, '#' and '/', got " + Quoted.of(host));
            }
            colon |= c == ':';
        }
        if (colon && Literals.scoped(host) == null) {
            throw new IllegalArgumentException(
                    "Expected a host, or an IPv6 address where there are colons, got " + Quoted.of(host));
        }
    }

    private static IllegalArgumentException badService(String expected, String service) {
        return new IllegalArgumentException("Expected " + expected + ", got " + Quoted.of(service));
    }

    private static IllegalArgumentException malformed(String text, String why) {
        return new IllegalArgumentException(
                "Expected a host and a port such as example.com:80 or [2001:db8::1]:80, got " + Quoted.of(text) + ": "
                        + why);
    }
}
