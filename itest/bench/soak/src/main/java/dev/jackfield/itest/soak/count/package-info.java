/** What became of each request: lost, doubled, and how long it took. */
package dev.jackfield.itest.soak.count;
