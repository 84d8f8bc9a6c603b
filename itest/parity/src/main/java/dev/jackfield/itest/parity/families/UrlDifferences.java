package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.address.Ipv6;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where we go another way than the URL standard, as {@code docs/urls.md} tells with the reasons: by rules, since there are
 * many cases of each, and the rule decides, not the case.
 */
enum UrlDifferences {
    CONTROLS("[\\x00-\\x1f\\x7f]", "controls and line ends are dropped or encoded there, and refused here"),
    BLANKS("^ | \\z", "blanks around it are dropped there, and refused here"),
    BACKSLASHES("^[^?#]*\\\\", "backslashes before the query are slashes there, and refused here"),
    SLASHES("^(?i:https?:)(?!//[^/])|^///", "too few or too many slashes are no matter there, and refused here"),
    PORTS(Parts.BEFORE_HOST + "[^/?#]*:0+(?=[/?#]|\\z)", "there is a port 0 there"),
    MAPPED(
            Parts.BEFORE_HOST + "\\[[0:]*:(?i:ffff):([0-9.]+|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4})\\]",
            "IPv4 addresses in IPv6 ones are shown as IPv4 here (RFC 5952 section 5)",
            UrlDifferences::addressed),
    LABELS(Parts.BEFORE_HOST + "((\\.|%2[eE])|[^/?#]*(\\.|%2[eE]){2})", "parts of names may be empty there"),
    NAMES(
            Parts.BEFORE_HOST + "([^/?#]*[\"`{}]|(?=[^/?#]*[^\\x00-\\x7f])[^/?#]*[!$&'()*+,;=~_])",
            "names may have quotes and braces there, and in Unicode any marks"),
    QUERIES(
            "^[^#]*\\?[^#]*[`']|[?#].*[\\\\^{}]|" + Parts.BEHIND_HOST + "\\|",
            "RFC 3986 decides here what is encoded: not ' in a query, but ^ ` { | } and backslashes wherever they stand",
            UrlDifferences::decoded);

    private static final class Parts {
        /** Possessive, so that user information is never taken for a host. */
        static final String BEFORE_HOST = "^(?i:https?:)?//(?:[^/?#]*@)?+";

        static final String BEHIND_HOST = "^(?:(?i:https?:)?//[^/?#]*+|(?!(?i:https?:)?//)).*";
    }

    private static final Pattern ADDRESS = Pattern.compile("\\[([^\\]]*)\\]");

    private final Pattern pattern;
    private final String why;
    /** Under which it is the same there and here; empty if it is refused here. */
    private final Optional<UnaryOperator<String>> same;

    UrlDifferences(String pattern, String why) {
        this(pattern, why, Optional.empty());
    }

    UrlDifferences(String pattern, String why, UnaryOperator<String> same) {
        this(pattern, why, Optional.of(same));
    }

    UrlDifferences(String pattern, String why, Optional<UnaryOperator<String>> same) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.why = why;
        this.same = same;
    }

    /** Which one is met there, and what comes of it here; empty for none. */
    static Optional<Family.Objection> in(String url, String href) {
        for (UrlDifferences each : values()) {
            if (each.pattern.matcher(url).find()) {
                return Optional.of(new Family.Objection(each.why, each.instead(href)));
            }
        }
        return Optional.empty();
    }

    private Expectation instead(String href) {
        if (same.isEmpty()) {
            return new Expectation.Value(Json.refusal(new IllegalArgumentException("any")));
        }
        String expected = same.get().apply(href);
        return new Expectation.Compared(got -> {
            String shown = Json.isRefusal(got) ? "a refusal" : same.get().apply(text(got));
            return shown.equals(expected) ? List.of() : List.of("got " + shown + ", expected " + expected);
        });
    }

    private static String text(JsonElement got) {
        return got.getAsString();
    }

    /** With the characters that are encoded in one place only as they are. */
    private static String decoded(String href) {
        String plain = href;
        for (char c : "'^`{|}\\".toCharArray()) {
            plain = plain.replace(String.format("%%%02X", (int) c), String.valueOf(c));
        }
        return plain;
    }

    /** With an IPv6 address as the number that it is. */
    private static String addressed(String href) {
        Matcher host = ADDRESS.matcher(href);
        return host.replaceFirst(found -> "[" + number(found.group(1)) + "]");
    }

    private static String number(String address) {
        Ipv6 ipv6 = Ipv6.parse(address).orElseThrow();
        return String.format("%016x%016x", ipv6.high(), ipv6.low());
    }
}
