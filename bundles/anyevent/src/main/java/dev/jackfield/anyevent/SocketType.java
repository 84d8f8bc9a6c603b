package dev.jackfield.anyevent;

/** The seed's {@code $type}. <i>Immutable.</i> */
public enum SocketType {
    /** The seed's {@code undef}: {@link #DGRAM} for udp, otherwise {@link #STREAM}. */
    AUTO,
    /** {@code SOCK_STREAM}. */
    STREAM,
    /** {@code SOCK_DGRAM}. */
    DGRAM,
    /** {@code SOCK_SEQPACKET}. */
    SEQPACKET
}
