/**
 * The commands of Jackfield: {@code get}, {@code head}, {@code request}, {@code download}, {@code connect}, {@code
 * resolve}, {@code explain}, {@code panel} and {@code demo}; and where a panel and a jar are shared with others, {@code plug},
 * {@code unplug} and {@code cookies}.
 *
 * <p>They have two doors. {@link dev.jackfield.shell.Main} is for a command line without OSGi:
 *
 * <pre>{@code
 * java -p lib -m dev.jackfield.shell/dev.jackfield.shell.Main get http://127.0.0.1:8080/
 * }</pre>
 *
 * In OSGi, {@link dev.jackfield.shell.Commands} is a service, and the same service offers the commands to the shells of
 * Gogo and Karaf under the scope {@code jackfield}: {@code jackfield:get http://127.0.0.1:8080/}.
 *
 * <p>Options follow curl's habits, and so do the exit statuses; {@code --help} lists both.
 */
@Export
@Version("1.0.0")
package dev.jackfield.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
