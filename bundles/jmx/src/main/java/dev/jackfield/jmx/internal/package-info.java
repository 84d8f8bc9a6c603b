/** Views of the panel and of clients, and how they get into the server; {@code osgi} does it by itself. */
package dev.jackfield.jmx.internal;
