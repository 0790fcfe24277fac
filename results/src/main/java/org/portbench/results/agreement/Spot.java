package org.portbench.results.agreement;

/**
 * Where strategies are compared: the same stack, device and kind of request.
 *
 * @param device the word that a tier has for it
 * @param placement on which CPUs the domains are
 * @param operation read or write
 */
public record Spot(String device, int layers, String placement, String operation, int depth) {

  /** In words, for a heading. */
  public String words() {
    return "%s to %s, %d layer%s, %s%s"
        .formatted(
            operation,
            device,
            layers,
            layers == 1 ? "" : "s",
            placement,
            depth == 1 ? "" : ", queue depth " + depth);
  }
}
