package dev.jackfield.resolver;

/** Which addresses are wanted. <i>Immutable.</i> */
public enum Family {
    /** Both, in the order in which they should be tried. */
    ANY,
    /** IPv4 alone. */
    IPV4,
    /** IPv6 alone. */
    IPV6
}
