/** What may be a name. */
package dev.jackfield.resolver.internal.names;
