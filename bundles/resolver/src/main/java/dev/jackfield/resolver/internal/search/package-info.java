/** Look-ups: who is asked, in which order, and what is told when. */
package dev.jackfield.resolver.internal.search;
