package dev.foliospec.generator.plan;

import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;

/**
 * A row that answers, as a constant.
 *
 * @param number its number among the rows of the policy that answer, from 0
 * @param row the row
 * @param table its table
 * @param constant its name in Java
 */
public record RowPlan(int number, Transition row, Table table, String constant) {}
