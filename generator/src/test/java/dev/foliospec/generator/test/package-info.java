@org.jspecify.annotations.NullMarked
package dev.foliospec.generator.test;
