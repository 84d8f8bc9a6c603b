/**
 * A worked example of somebody else's connector bundle: start it, stop the plain one, and the next connect is traced.
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.trace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
