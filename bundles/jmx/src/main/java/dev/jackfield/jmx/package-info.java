/**
 * The panel and the clients as MBeans of the platform's server, for JConsole, Hawtio, Jolokia and whatever else speaks JMX.
 *
 * <table>
 *   <caption>Names</caption>
 *   <tr><th>in OSGi</th><th>by {@link dev.jackfield.jmx.JackfieldMBeans}</th><th>what</th></tr>
 *   <tr><td>{@code dev.jackfield:type=Panel}</td><td>{@code dev.jackfield:type=Panel,name="..."}</td><td>{@link
 *       dev.jackfield.jmx.PanelMXBean}</td></tr>
 *   <tr><td>{@code dev.jackfield:type=Client,user="..."}, with {@code name="..."} for those that have one</td><td>{@code
 *       dev.jackfield:type=Client,name="..."}</td><td>{@link dev.jackfield.jmx.ClientMXBean}</td></tr>
 * </table>
 *
 * <p>In OSGi this bundle does it by itself: there is one MBean for each client of each bundle, which comes and goes with it, a moment later.
 * What cannot be registered, because another framework of the same JVM has taken the name, is left out with a warning.
 *
 * <p>Everything is read-only; nothing of it shows a password. Reading costs nothing unless somebody reads.
 */
@Export
@Version("1.0.0")
package dev.jackfield.jmx;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
