package dev.jackfield.itest.parity.families;

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
            "IPv4 addresses in IPv6 ones are shown as IPv4 here (RFC 5952 section 5)"),
    LABELS(Parts.BEFORE_HOST + "((\\.|%2[eE])|[^/?#]*(\\.|%2[eE]){2})", "parts of names may be empty there"),
    NAMES(
            Parts.BEFORE_HOST + "([^/?#]*[\"`{}]|(?=[^/?#]*[^\\x00-\\x7f])[^/?#]*[!$&'()*+,;=~_])",
            "names may have quotes and braces there, and in Unicode any marks"),
    QUERIES(
            "^[^#]*\\?[^#]*[`']|[?#].*[\\\\^{}]|" + Parts.BEHIND_HOST + "\\|",
            "RFC 3986 decides here what is encoded: not ' in a query, but ^ ` { | } and backslashes wherever they stand");

    private static final class Parts {
        /** Possessive, so that user information is never taken for a host. */
        static final String BEFORE_HOST = "^(?i:https?:)?//(?:[^/?#]*@)?+";

        static final String BEHIND_HOST = "^(?:(?i:https?:)?//[^/?#]*+|(?!(?i:https?:)?//)).*";
    }

    private final Pattern pattern;
    private final String why;

    UrlDifferences(String pattern, String why) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.why = why;
    }

    /** Which one is met there; empty for none. */
    static String in(String url) {
        for (UrlDifferences each : values()) {
            if (each.pattern.matcher(url).find()) {
                return each.why;
            }
        }
        return "";
    }
}
