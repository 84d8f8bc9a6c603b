/**
 * Text to addresses and back: IPv4, IPv6 with zones, paths of UNIX domain sockets, host:port, and the names of services
 * and protocols. Nothing here ever does I/O, but for reading a table of services from this bundle itself, and names of
 * hosts are never resolved.
 */
@Export
@Version("1.0.0")
package dev.jackfield.address;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
