/**
 * Names to addresses, without blocking a loop.
 *
 * <p>The resolver of this bundle answers, in this order:
 *
 * <ol>
 *   <li>literal addresses, without any I/O;
 *   <li>{@code localhost} and names below it: 127.0.0.1 and ::1, whatever anybody else says (RFC 6761 section 6.3);
 *   <li>the hosts file: the one that the system property {@code jackfield.hosts} names, or the platform's. It is read
 *       again when its time of modification or its size has changed;
 *   <li>the JVM's resolver.
 * </ol>
 *
 * The last two run on {@link dev.jackfield.loop.Loop#blocking()}.
 */
@Export
@Version("1.0.0")
package dev.jackfield.resolver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
