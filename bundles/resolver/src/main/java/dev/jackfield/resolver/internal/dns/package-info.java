/** DNS messages: names, records, reading and writing them. No I/O. */
package dev.jackfield.resolver.internal.dns;
