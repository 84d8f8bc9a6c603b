/**
 * For people who write connectors, layers and wires.
 *
 * <ul>
 *   <li>{@link dev.jackfield.testkit.ConnectorContract}, {@link dev.jackfield.testkit.LayerContract} and {@link
 *       dev.jackfield.testkit.WireContract} check the rules of {@link dev.jackfield.connector}: extend one of them, say
 *       what to test and who is at the other end, and JUnit runs the rest.
 *   <li>{@link dev.jackfield.testkit.PipeWire} is a pair of wires in memory that hands bytes over in pieces as small as
 *       you like; {@link dev.jackfield.testkit.ManualLoop} is a loop that only turns when told to.
 *   <li>{@link dev.jackfield.testkit.LoopbackPeer} and {@link dev.jackfield.testkit.BlackHole} are real sockets: one that
 *       answers, one that never does.
 *   <li>{@link dev.jackfield.testkit.BackAtZero} fails a test that leaves something behind.
 * </ul>
 *
 * <p>All waiting has a deadline; what never comes fails the test instead of hanging it. The deadline is 10
 * seconds, or as many as the system property {@code jackfield.testkit.patience} says.
 */
@Export
@Version("1.0.0")
package dev.jackfield.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
