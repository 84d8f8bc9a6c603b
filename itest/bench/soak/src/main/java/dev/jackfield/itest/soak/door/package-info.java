/**
 * What the program and the bundle in the framework know of each other. The program's class path has it; the framework
 * exports it from there, and nothing else of the program. It mentions no class of Jackfield, which live inside only.
 */
package dev.jackfield.itest.soak.door;
