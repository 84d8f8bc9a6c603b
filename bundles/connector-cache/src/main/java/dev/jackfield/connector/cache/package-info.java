/**
 * An example to copy: a connector that knows better where to begin. It is plugged in as {@code cache}.
 *
 * <ul>
 *   <li>A route says so: {@code cache > tls(high)}. In code, {@code panel.plug("plain", 1, CachingConnector.over(plain))}.
 *   <li>What is below is a service, {@code plain} unless a configuration under the name of its class has
 *       another {@code below.target}; without OSGi it is what {@link dev.jackfield.connector.Connector#provided} finds.
 *   <li>Worth copying: a second dial within the caller's attempt ({@link dev.jackfield.connector.Dial#within}), so that one
 *       try can be called off alone; time is the loop's, so tests have it in hand; what is remembered has a bound and an end.
 * </ul>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.cache;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
