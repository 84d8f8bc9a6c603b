/** Sets of hosts: what {@code HostPattern} is made of. */
package dev.jackfield.connector.internal.hosts;
