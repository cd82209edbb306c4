@NullMarked
package dev.foliospec.generator.export.promela;

import org.jspecify.annotations.NullMarked;
