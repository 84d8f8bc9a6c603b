/** Asking name servers: what to ask next and whom, without I/O, and the sockets and timers that do it. */
package dev.jackfield.resolver.internal.stub;
