/** Work that is not ours, or that the machine may never finish. */
package dev.jackfield.http.internal.foreign;
