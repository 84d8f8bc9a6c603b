/**
 * Who gets which cookie (RFC 6265bis), and the dates of HTTP (RFC 9110 section 5.6.7).
 *
 * <p>A {@link dev.jackfield.cookies.CookieJar} is all that an HTTP client knows of it: it hands in what servers send and
 * asks what to send back. Jars are services, and clients use what is plugged in, so that they can be swapped.
 */
@Export
@Version("1.0.0")
package dev.jackfield.cookies;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
