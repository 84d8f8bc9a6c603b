/** Requests by way of a proxy that is asked for the whole URL (RFC 9112 section 3.2.2). */
package dev.jackfield.http.internal.forward;
