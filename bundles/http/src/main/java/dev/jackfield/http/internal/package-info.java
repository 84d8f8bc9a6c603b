/**
 * The running client: a thread-safe shell ({@link dev.jackfield.http.internal.PatchedClient}), lanes with pools on their
 * loops, connections, calls. What goes over the wire, free of I/O, is in {@code message}.
 */
package dev.jackfield.http.internal;
