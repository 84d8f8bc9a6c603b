/** Requests to octets and octets to responses (RFC 9112), free of I/O. */
package dev.jackfield.http.internal.message;
