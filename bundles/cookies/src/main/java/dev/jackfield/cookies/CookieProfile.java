package dev.jackfield.cookies;

/** Which of the two documents is right where they contradict each other. <i>Immutable.</i> */
public enum CookieProfile {
    /** RFC 6265bis: a cookie may be without a name, and a Domain beyond ASCII is no cookie's. */
    RFC_6265BIS,
    /**
     * RFC 6265 of 2011: what has no name is no cookie, an empty Domain is as if it were not there, and one beyond ASCII is
     * converted. Everything else is as in RFC 6265bis.
     */
    RFC_6265
}
