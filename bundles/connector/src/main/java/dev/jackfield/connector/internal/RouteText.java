package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes as text. What is complained about is never quoted from behind a bracket, where there may be a password. */
public final class RouteText {
    private static final String SPECIAL = "()@: \t";
    private static final String SPECIAL_IN_OPTION = "()@:";

    private final String text;
    private int at;

    private RouteText(String text) {
        this.text = text;
    }

    /** Reads a whole route. */
    public static Route parse(String text) {
        RouteText reader = new RouteText(text);
        List<Link> links = new ArrayList<>();
        do {
            if (links.size() == Route.MAX_LINKS) {
                throw reader.complaint("Expected at most " + Route.MAX_LINKS + " links, got more");
            }
            links.add(reader.link());
        } while (reader.another());
        return new Route(links);
    }

    /** Reads one link. */
    public static Link parseLink(String text) {
        RouteText reader = new RouteText(text);
        Link link = reader.link();
        if (reader.at < text.length()) {
            throw reader.complaint("Expected the end, as one link was asked for, got " + reader.got());
        }
        return link;
    }

    /** A link as text, without its password. */
    public static String format(Link link) {
        String option = link.option();
        if (!option.isEmpty()) {
            return link.name() + "(" + formatOption(option) + ")";
        }
        return link.name()
                + link.address()
                        .map(address -> "(" + formatUser(link.credentials()) + formatAddress(address) + ")")
                        .orElse("");
    }

    private Link link() {
        skipBlanks();
        int begin = at;
        while (at < text.length() && Names.fits(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw complaint("Expected the name of a link, got " + got());
        }
        String name = text.substring(begin, at);
        skipBlanks();
        if (at == text.length() || text.charAt(at) != '(') {
            return Link.of(name);
        }
        begin = ++at;
        while (at < text.length() && text.charAt(at) != ')') {
            if (text.charAt(at) == '(') {
                throw complaint("Expected %28 for an opening bracket within brackets, got (");
            }
            at++;
        }
        if (at == text.length()) {
            throw complaint("Expected a closing bracket for the one in column " + begin + ", got the end");
        }
        int end = at++;
        skipBlanks();
        return new Link(name, argument(begin, end));
    }

    private boolean another() {
        if (at == text.length()) {
            return false;
        }
        if (text.charAt(at) != '>') {
            throw complaint("Expected > and another link, or the end, got " + got());
        }
        at++;
        return true;
    }

    private Link.Argument argument(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (begin == end) {
            throw complaint(from, "Expected an address or an option in brackets, got nothing");
        }
        int user = text.indexOf('@', begin);
        if (user >= 0 && user < end) {
            return new Link.Via(address(user + 1, end), credentials(begin, user));
        }
        int colon = text.indexOf(':', begin);
        if (text.charAt(begin) == '/' || (colon >= 0 && colon < end)) {
            return new Link.Via(address(begin, end), Credentials.NONE);
        }
        return new Link.Option(Percent.decode(text.substring(begin, end), begin + 1));
    }

    private Credentials credentials(int begin, int end) {
        int colon = text.indexOf(':', begin);
        boolean alone = colon < 0 || colon > end;
        int userEnd = alone ? end : colon;
        int passwordBegin = alone ? end : colon + 1;
        refuseIn(begin, userEnd, "a user");
        refuseIn(passwordBegin, end, "a password");
        String password = Percent.decode(text.substring(passwordBegin, end), passwordBegin + 1);
        if (password.equals(Credentials.HIDDEN)) {
            throw complaint(
                    passwordBegin,
                    "Expected a password, got " + Credentials.HIDDEN
                            + ", which only stands for one where routes are shown");
        }
        try {
            return new Credentials(Percent.decode(text.substring(begin, userEnd), begin + 1), password);
        } catch (IllegalArgumentException e) {
            throw e instanceof RouteSyntaxException ? e : complaint(begin, e.getMessage());
        }
    }

    private HostPort address(int begin, int end) {
        int second = text.indexOf('@', begin);
        if (second >= 0 && second < end) {
            throw complaint(second, "Expected %40 for an @ in a user, password or path, got @");
        }
        refuseIn(begin, end, text.startsWith("/", begin) ? "a path" : "an address");
        String address = text.substring(begin, end);
        Optional<HostPort> read = read(address, begin + 1);
        // Neither is the text quoted nor an unknown service taken: both may be a password whose @ was forgotten.
        return read.filter(known -> known.unix().isPresent() || known.port() != 0)
                .orElseThrow(() -> complaint(
                        begin,
                        "Expected host:port, [IPv6 address]:port or /path, with user@ or user:password@ before it or"
                                + " not, got something else"));
    }

    private static Optional<HostPort> read(String address, int column) {
        try {
            return Optional.of(
                    address.startsWith("/") ? HostPort.unix(Percent.decode(address, column)) : HostPort.parse(address));
        } catch (RouteSyntaxException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Colons have been taken for what they mean by now; a second one before an address shows up in the password. */
    private void refuseIn(int begin, int end, String what) {
        for (int i = begin; i < end; i++) {
            if (isBlank(text.charAt(i))) {
                throw complaint(i, "Expected " + what + " without blanks, or %20 for one, got a blank");
            }
            if (text.charAt(i) == ':' && what.equals("a password")) {
                throw complaint(i, "Expected %3A for a colon in a password, got :");
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private String got() {
        if (at == text.length()) {
            return "the end";
        }
        int c = text.codePointAt(at);
        // Messages are one line, whatever is in the text.
        boolean shows = switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
        return shows ? "\"" + Character.toString(c) + "\"" : String.format("U+%04X", c);
    }

    private RouteSyntaxException complaint(String message) {
        return complaint(at, message);
    }

    private static RouteSyntaxException complaint(int at, String message) {
        return new RouteSyntaxException(at + 1, message);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static String formatOption(String option) {
        String escaped = Percent.encode(option, SPECIAL_IN_OPTION);
        // Outer blanks would be skipped, and a leading slash would be taken for a path.
        int first = escaped.charAt(0);
        int last = escaped.charAt(escaped.length() - 1);
        if (first == '/' || first == ' ') {
            escaped = Percent.encode(escaped.substring(0, 1), "/ ") + escaped.substring(1);
        }
        return last == ' ' && escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "%20" : escaped;
    }

    private static String formatUser(Credentials credentials) {
        if (!credentials.present()) {
            return "";
        }
        String user = Percent.encode(credentials.user(), SPECIAL);
        return (credentials.password().isEmpty() ? user : user + ":" + Credentials.HIDDEN) + "@";
    }

    private static String formatAddress(HostPort address) {
        return address.unix()
                .map(unix -> Percent.encode(address.service(), SPECIAL))
                .orElseGet(address::toString);
    }
}
