@NullMarked
package dev.foliospec.generator.export;

import org.jspecify.annotations.NullMarked;
