package dev.jackfield.http;

/** Where on its way an exchange was, and the seed's code for failures there. <i>Immutable.</i> */
public enum Phase {
    /** Before anything was sent: the request itself, or the client, is at fault. */
    REQUEST(599),
    /** Waiting for a free slot of its host, or for something to be plugged in. */
    QUEUE(595),
    /** Resolving and connecting, proxies included, and TLS to them. */
    CONNECT(595),
    /** The handshake that encrypts up to the origin. */
    TLS(596),
    /** Writing the request. */
    SEND(596),
    /** Waiting for, and reading, the head of the response. */
    HEAD(596),
    /** Reading the body and the trailers. */
    BODY(597),
    /** The caller's own code ended the exchange: a sink, a listener, or a cookie jar when it was told. */
    SINK(598);

    private final int code;

    Phase(int code) {
        this.code = code;
    }

    /**
     * The code of failures in this phase.
     *
     * @return 595 to 599
     */
    public int code() {
        return code;
    }
}
