/**
 * An example to copy: a connector that knows better where to begin. It is plugged in as {@code cache}.
 *
 * <ul>
 *   <li>A route says so: {@code cache > tls(high)}. In code, {@code panel.plug("plain", 1, CachingConnector.over(plain))}.
 *   <li>What is below is looked up on the panel for each connection ({@link dev.jackfield.connector.Panel#below}): {@code
 *       plain}, unless a configuration under the name of its class has another name, {@code below = fault}.
 *   <li>Worth copying: a second dial within the caller's attempt ({@link dev.jackfield.connector.Dial#within}), so that one
 *       try can be called off alone; an address that goes the way of its name ({@link
 *       dev.jackfield.connector.Connector#towards}); time is the loop's, so tests have it in hand; what is remembered has a bound and an end.
 * </ul>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.cache;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
