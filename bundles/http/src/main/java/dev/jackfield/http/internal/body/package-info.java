/** Bodies of requests: what they are made of, and how they are read as fast as the wire takes them. */
package dev.jackfield.http.internal.body;
