package dev.jackfield.itest.parity.families;

import java.util.regex.Pattern;

/**
 * Where we go another way than the URL standard, as {@code docs/urls.md} tells with the reasons: by rules, since there are
 * many cases of each, and the rule decides, not the case.
 */
enum UrlDifferences {
    CONTROLS("[\\x00-\\x1f\\x7f]", "controls and line ends are dropped or encoded there, and refused here"),
    BLANKS("^ | $", "blanks around it are dropped there, and refused here"),
    BACKSLASHES("^[^?#]*\\\\", "backslashes before the query are slashes there, and refused here"),
    SLASHES("^(?i:https?:)(?!//[^/])|^///", "too few or too many slashes are no matter there, and refused here"),
    PORTS("^[^/?#]*//[^/?#]*:0+(?=[/?#]|$)", "there is a port 0 there"),
    LABELS("^[^/?#]*//([^/?#]*@)?(\\.|[^/?#@]*\\.\\.)", "parts of names may be empty there"),
    NAMES("^[^/?#]*//([^/?#]*@)?[^/?#@]*[\"`{}][^/?#@]*(?=[/?#]|$)", "names may have quotes and braces there"),
    QUERIES(
            "\\?[^#]*[`']|[?#].*[\\\\^{}]|\\|(?![^/?#]*@)",
            "RFC 3986 decides here what is encoded: not ' in a query, but ^ ` { | } and backslashes wherever they stand");

    private final Pattern pattern;
    private final String why;

    UrlDifferences(String pattern, String why) {
        this.pattern = Pattern.compile(pattern);
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
