package dev.jackfield.cookies;

/** What a cookie says about requests from other sites (RFC 6265bis section 5.6.7); kept, and left to the caller. <i>Immutable.</i> */
public enum SameSite {
    /** Nothing, or nothing that is known. */
    DEFAULT,
    /** Only requests from its own site. */
    STRICT,
    /** Those, and going there from elsewhere. */
    LAX,
    /** All requests. */
    NONE
}
