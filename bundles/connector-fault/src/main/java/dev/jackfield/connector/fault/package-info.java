/**
 * An example to copy: a connector with settings, for trying how a program bears a bad network. It is plugged in as {@code
 * fault}, and changes nothing until it is configured.
 *
 * <pre>
 * # etc/dev.jackfield.connector.fault.cfg, or any other way to OSGi's ConfigAdmin
 * latency = 0.1          # one connect in ten, by chance ...
 * latency.ms = 200       # ... is late by 200 ms, and so is each answer on it
 * blackhole = 50         # each fiftieth comes to nothing, until the caller's time limit for it is up
 * reset = 0.01           # one in a hundred breaks ...
 * reset.after = 1000     # ... when 1000 octets have been read
 * bytewise = 3           # each third gives what it reads one octet at a time
 * seed = 7               # the same seed, the same fate of the same connects
 * </pre>
 *
 * <ul>
 *   <li>A route says so: {@code fault > tls(high)}. In code, {@code panel.plug("plain", 1, FaultConnector.over(plain,
 *       Map.of("reset", 3)))}.
 *   <li>What is below is looked up on the panel for each connection ({@link dev.jackfield.connector.Panel#below}): {@code
 *       plain}, unless the configuration has another name, {@code below = cache}, which holds from the next start on.
 *   <li>A configuration with a mistake in it, or with a key that is none of these, is logged and not used: the faults stay as
 *       they were before.
 *   <li>Worth copying: settings that change while they are in use, with a description for forms; a wire over a wire, which is
 *       offered to the caller as it will be handed out.
 * </ul>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.fault;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
