/** Content codings of responses, taken off while they come in (RFC 9110 section 8.4). Free of I/O. */
package dev.jackfield.http.internal.coding;
