/** TCP and UNIX domain sockets over a selector loop: the connector that is plugged in as {@code plain}. */
@Export
@Version("1.0.0")
package dev.jackfield.connector.plain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
