/**
 * An example to copy: a connector that looks at what another one does. It is plugged in as {@code trace}.
 *
 * <ul>
 *   <li>A route says so: {@code trace > tls(high)}. In code, {@code panel.plug("plain", 1, TracingConnector.over(plain))}
 *       traces all that goes by {@code plain}; so does the command {@code
 *       jackfield:plug plain trace}.
 *   <li>What is below is looked up on the panel for each connection ({@link dev.jackfield.connector.Panel#below}): hosts,
 *       rankings and what an operator has unplugged hold there, too. It is {@code plain}, unless a configuration under the
 *       name of its class has another name, {@code below = fault}.
 *   <li>Its test is a contract of the test kit, extended by one method, and what it is for.
 * </ul>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.trace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
