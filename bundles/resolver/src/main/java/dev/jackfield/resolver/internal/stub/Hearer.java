package dev.jackfield.resolver.internal.stub;

/** Hears what comes from a server. Whatever it hears may make it close the line at once. */
interface Hearer {

    /** A message, or what should be one; the octets are only lent. */
    void received(byte[] octets, int length);

    /** Nothing more will come. */
    void failed(String why);
}
