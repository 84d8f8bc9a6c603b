package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.DnsMessage;

/** What became of one question. */
sealed interface Reply {

    /** A server answered: NOERROR or NXDOMAIN, and not truncated. */
    record Message(DnsMessage message) implements Reply {}

    /** No server did. */
    record None(Answer.Failed failure) implements Reply {}
}
