/**
 * Selector loops: the only owner of threads in Jackfield.
 *
 * <p>A {@link dev.jackfield.loop.Loop} is one thread that runs tasks in the order they were handed over, runs timers,
 * and, as a {@link dev.jackfield.loop.ChannelLoop}, watches NIO channels. Everything that belongs to one connection
 * happens on one loop, so nothing on that path needs a lock.
 *
 * <p>Three words describe the threading of every type in Jackfield:
 *
 * <ul>
 *   <li><i>Immutable</i>: share it freely.
 *   <li><i>Thread-safe</i>: call it from any thread.
 *   <li><i>Loop-confined</i>: call it only on the loop it belongs to; {@link dev.jackfield.loop.Loop#inLoop()} tells.
 * </ul>
 *
 * <p>In OSGi, the configuration {@code dev.jackfield.loop} has one setting: {@code count}, the number of loops, from 1
 * to 64; 0 for the default. Loops are for life, and so are the requests on them: a change is said so in the log, and used
 * from the next start of this bundle on. What makes no sense is said so in the log, too, and is not used. Taking a
 * configuration away altogether makes new loops, and the clients over them anew.
 *
 * <p>Nothing may block on a loop. What has to block goes to {@link dev.jackfield.loop.Loop#blocking()},
 * and what may never return, because it is not ours, to {@link dev.jackfield.loop.Loop#foreign()}.
 */
@Export
@Version("1.0.0")
package dev.jackfield.loop;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
