package org.portbench.harness.vfs;

import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;

/** A VFS layer that passes on what it gets: a union, a mirror's front, a cache's miss path. */
public final class PassThroughLayer implements Stage {
  private final int at;
  private final Toucher toucher;
  private final Addressing addressing;

  public PassThroughLayer(int at, Touching touching, Addressing addressing, OwnMemory memory) {
    this.at = at;
    this.addressing = addressing;
    this.toucher = new Toucher(touching, addressing, at, memory);
  }

  @Override
  public void request(Request request) {
    Path path = request.path();
    path.machine().meter().perform(Primitive.LAYER_WORK);
    addressing.request(request);
    toucher.request(request);
    path.descend(request, at);
  }

  @Override
  public void reply(Request request) {
    addressing.answered(request);
    toucher.reply(request);
    addressing.reply(request);
    request.path().ascend(request, at);
  }
}
