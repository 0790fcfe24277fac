package org.portbench.harness.path;

/** What a station does with requests that pass through it. */
public interface Stage {

  /** A request has arrived from above; the station holds its payload. */
  void request(Request request);

  /** The reply to a request that this station passed on has arrived from below. */
  void reply(Request request);
}
