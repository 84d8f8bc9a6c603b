package dev.jackfield.resolver.internal.order;

/** What an SRV record says (RFC 2782). The target is without its last dot, so the root is an empty text. */
public record Service(int priority, int weight, int port, String target) {}
