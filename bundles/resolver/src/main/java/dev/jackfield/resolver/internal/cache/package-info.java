/** What was learnt, for a time. */
package dev.jackfield.resolver.internal.cache;
