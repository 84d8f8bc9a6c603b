/** Credentials for HTTP: challenges, and the answers to them by Basic and Digest. Free of I/O. */
package dev.jackfield.http.internal.auth;
