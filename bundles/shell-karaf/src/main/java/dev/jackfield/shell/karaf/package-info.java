/**
 * The commands of {@code dev.jackfield.shell} in Karaf's console: there {@code jackfield:get -<TAB>} offers options, and
 * {@code jackfield:plug <TAB>} what is on the panel.
 *
 * <p>Karaf runs the functions of Gogo as they are, and lists what they do, but has no completion for them.
 */
@Export
@Version("1.0.0")
package dev.jackfield.shell.karaf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
