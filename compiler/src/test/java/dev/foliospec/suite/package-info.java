@org.jspecify.annotations.NullMarked
package dev.foliospec.suite;
