package dev.jackfield.resolver.internal.stub;

import java.net.InetSocketAddress;

/** What an {@link Inquiry} wants to be done. Each step but {@link Wait} ends what the one before has begun. */
sealed interface Step {

    /** To send a query as a datagram from a port of its own, and to wait for what comes from that server. */
    record Datagram(InetSocketAddress server, byte[] query) implements Step {}

    /** To send a query over TCP. */
    record Stream(InetSocketAddress server, byte[] query) implements Step {}

    /** To go on waiting; the time that is allowed goes on, too. */
    record Wait() implements Step {
        static final Wait ON = new Wait();
    }

    /** Nothing more. */
    record Done(Reply reply) implements Step {}
}
