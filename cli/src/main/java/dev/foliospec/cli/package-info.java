/**
 * The command line: one class for each command.
 *
 * <p>A command reads its options, calls a front door of {@code compiler} or {@code generator}, prints
 * what comes back, and returns an exit code. Files are read and written here and nowhere below: specs
 * come in through {@link dev.foliospec.cli.SpecFolder} and {@link dev.foliospec.cli.Revision}, outputs
 * leave through {@link dev.foliospec.cli.OutputFolder} and {@link dev.foliospec.cli.Sink}.
 */
@NullMarked
package dev.foliospec.cli;

import org.jspecify.annotations.NullMarked;
