package dev.jackfield.http.internal.url;

import java.util.regex.Pattern;

/** URLs as they may be seen: nobody sees user information, and others than the caller no query either. */
public final class Shown {
    /** Up to where a URL ends in a sentence; what is no URL may have a query as well. */
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"]+");

    /** RFC 6068. There is no password in it, as long as there is one colon. */
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^:/@]*@[^@]*");

    private Shown() {}

    /**
     * A URL without user information. Of what is no URL nothing is left before the last {@code @} but a scheme: where its
     * parts begin and end, nobody knows. Addresses of mail are as they were.
     */
    public static String withoutUser(String text) {
        if (text.indexOf('@') < 0 || MAIL.matcher(text).matches()) {
            return text;
        }
        int begin = text.indexOf("://") + 3;
        try {
            Url.parse(text);
        } catch (IllegalArgumentException e) {
            int last = text.lastIndexOf('@');
            return (begin > 2 && begin <= last ? text.substring(0, begin) : "") + "..." + text.substring(last);
        }
        int end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, begin) + text.substring(Math.max(begin, text.lastIndexOf('@', end - 1) + 1));
    }

    /** A text without the queries of URLs in it. */
    public static String withoutQueries(String text) {
        return QUERY.matcher(text).replaceAll("");
    }
}
