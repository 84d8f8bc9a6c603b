/** Which way to which origin: what {@code Routes} and its patterns are made of, and what the environment says. */
package dev.jackfield.http.internal.routes;
