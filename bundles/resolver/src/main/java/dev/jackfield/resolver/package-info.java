/** Names to addresses, without blocking a loop. */
@Export
@Version("1.0.0")
package dev.jackfield.resolver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
