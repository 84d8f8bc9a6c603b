package dev.jackfield.connector.internal.hosts;

import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.connector.RouteSyntaxException;
import java.util.Optional;

/** Reads a pattern from left to right. What is complained about is never quoted: it may stand in the wrong place. */
public final class PatternReader {
    private final String text;
    private final int end;
    private final Hosts hosts;
    private final int port;
    private int at;

    /** Reads all of it; there may be blanks around. */
    public PatternReader(String text) {
        this.text = text;
        this.at = text.length() - text.stripLeading().length();
        this.end = text.stripTrailing().length();
        this.hosts = text.startsWith("[", at) ? bracketed() : unbracketed();
        this.port = at >= end ? 0 : number(':', "a port from 1 to 65535", 1, 65535);
        if (at < end) {
            throw complaint(at, "Expected the end of the pattern, got more");
        }
    }

    /** Those before the port. */
    public Hosts hosts() {
        return hosts;
    }

    /** 0 for any. */
    public int port() {
        return port;
    }

    private Hosts bracketed() {
        int begin = at;
        int bracket = text.indexOf(']', begin);
        String inner = bracket < 0 || bracket >= end ? "" : text.substring(begin + 1, bracket);
        Ipv6 address = Optional.of(inner)
                .filter(some -> some.indexOf(':') >= 0)
                .flatMap(Ipv6::parse)
                .orElseThrow(() -> complaint(begin, "Expected an IPv6 address in brackets"));
        at = bracket + 1;
        int bits = bits(128);
        // In a URL such an address counts as one of IPv4.
        boolean mapped = bits >= 96 && IpAddress.of(inner) instanceof Ipv4;
        return mapped ? new Block(new Ipv4((int) address.low()), bits - 96) : new Block(address, bits);
    }

    private Hosts unbracketed() {
        int begin = at;
        while (at < end && ":/".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String host = text.substring(begin, at);
        if (text.lastIndexOf(':', end - 1) > Math.max(at, text.indexOf(':', at))) {
            throw complaint(begin, "Expected brackets around an IPv6 address, or one port at most, got colons");
        }
        if (host.equals("*")) {
            return new Hosts.Any();
        }
        if (host.startsWith("*.")) {
            return new Hosts.Below(name(begin + 2, host.substring(2)));
        }
        Optional<Ipv4> address = Ipv4.parse(Hosts.withoutFinalDot(host));
        boolean block = text.startsWith("/", at);
        if (address.isPresent() ? !address.get().toString().equals(host) : block || looksLikeAddress(host)) {
            throw complaint(
                    begin, "Expected an IPv4 address as four numbers up to 255, such as 192.0.2.1, got another form");
        }
        return address.isPresent() ? new Block(address.get(), bits(32)) : new Hosts.Named(name(begin, host));
    }

    private int bits(int most) {
        return text.startsWith("/", at) && at < end ? number('/', "a number of bits from 0 to " + most, 0, most) : most;
    }

    private String name(int begin, String host) {
        try {
            return Hosts.withoutFinalDot(HostName.of(host).text());
        } catch (IllegalArgumentException e) {
            throw complaint(begin, "Expected the name or the address of a host, got something else");
        }
    }

    private int number(char before, String expected, int least, int most) {
        if (text.charAt(at) != before) {
            throw complaint(at, "Expected " + expected + " or the end, got something else");
        }
        int begin = ++at;
        long value = 0;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9' && value <= most) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        if (at == begin || value < least || value > most || (at < end && text.charAt(at) != ':')) {
            throw complaint(begin, "Expected " + expected);
        }
        return (int) value;
    }

    private static boolean looksLikeAddress(String host) {
        return !host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static RouteSyntaxException complaint(int at, String message) {
        return new RouteSyntaxException(at + 1, message);
    }
}
