/** What a process holds on to when nothing is under way, and what of that has come since. */
package dev.jackfield.itest.soak.quiet;
