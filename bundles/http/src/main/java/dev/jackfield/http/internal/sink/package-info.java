/** Sinks that write where writing may block. */
package dev.jackfield.http.internal.sink;
