package org.portbench.reports.page;

import java.util.List;

/** A part of a page; empty where there is nothing to say. */
public interface Section {
  List<Block> render();
}
