package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a run was asked to do, so that a later process can do the rest of it.
 *
 * @param arguments of the command line
 * @param cells a digest of all cells, finished or not, with the content behind their names
 */
public record Asked(List<String> arguments, String cells) {
  private static final String ARGUMENTS = "arguments";
  private static final String CELLS = "cells";

  public Asked {
    arguments = List.copyOf(arguments);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    arguments.forEach(json.putArray(ARGUMENTS)::add);
    return json.put(CELLS, cells);
  }

  static Asked read(Fields json) {
    return new Asked(json.texts(ARGUMENTS), json.text(CELLS));
  }
}
