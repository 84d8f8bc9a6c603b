/** The files of this machine that say something about names. */
package dev.jackfield.resolver.internal.files;
