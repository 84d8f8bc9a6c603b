package dev.jackfield.itest.soak.door;

/** The kinds of requests. Half of them POST, which a client must not send twice by itself (RFC 9110 section 9.2.2). */
public enum Kind {
    GET,
    POST,
    GET_WITH_COOKIES,
    POST_WITH_COOKIES,
    GET_BY_SOCKS,
    POST_BY_SOCKS,
    GET_BY_TLS,
    POST_BY_TLS;

    private static final int ALL = 100;
    private static final int TLS = 2;
    private static final int SOCKS = 12;
    private static final int COOKIES = 22;

    /** The kind of the request that is sent n-th: 2 of 100 by TLS, as handshakes are dear, 10 by SOCKS, 10 with cookies. */
    public static Kind of(long n) {
        long share = n / 2 % ALL;
        Kind get = share < TLS ? GET_BY_TLS : share < SOCKS ? GET_BY_SOCKS : share < COOKIES ? GET_WITH_COOKIES : GET;
        return n % 2 == 0 ? get : values()[get.ordinal() + 1];
    }

    /** Whether it has a body, and may do harm when it is sent twice. */
    public boolean post() {
        return ordinal() % 2 == 1;
    }
}
