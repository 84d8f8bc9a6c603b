/** The soak: swaps of every kind under load, and one line that tells what was lost, doubled or left behind. */
package dev.jackfield.itest.soak;
