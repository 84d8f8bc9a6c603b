/**
 * Text to addresses and back: IPv4, IPv6, host:port. Nothing here ever does I/O, and names are never resolved.
 */
@Export
@Version("1.0.0")
package dev.jackfield.address;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
