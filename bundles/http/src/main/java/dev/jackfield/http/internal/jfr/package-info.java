/** Events for the JDK's Flight Recorder, in JVMs that have one. Off unless a recording asks for them. */
package dev.jackfield.http.internal.jfr;
