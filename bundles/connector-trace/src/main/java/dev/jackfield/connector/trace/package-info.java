/**
 * An example to copy: a connector that looks at what another one does. It is plugged in as {@code trace}.
 *
 * <ul>
 *   <li>A route says so: {@code trace > tls(high)}. In code, {@code panel.plug("plain", 1, TracingConnector.over(plain))}
 *       traces all that goes by {@code plain}; so does the command {@code
 *       jackfield:plug plain trace}.
 *   <li>What is below is a service: {@code plain}, whoever provides it, followed when it is replaced. A configuration
 *       under the name of its class can have another one: {@code below.target = (jackfield.name=fault)}. Without OSGi it is what {@link
 *       dev.jackfield.connector.Connector#provided} finds.
 *   <li>Its test is a contract of the test kit, extended by one method, and what it is for.
 * </ul>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.trace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
