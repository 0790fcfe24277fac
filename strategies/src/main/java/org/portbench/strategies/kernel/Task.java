package org.portbench.strategies.kernel;

import org.portbench.strategies.kernel.ipc.NameTally;
import org.portbench.strategies.kernel.ipc.PortSpace;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * A protection domain: an address space, names for ports, handles for objects, standing buffers.
 */
public final class Task {
  private final String name;
  private final VmMap map;
  private final PortSpace ports;
  private final Handles handles;
  private final BufferPool buffers;

  Task(String name, VmMap map, BufferPool buffers, NameTally names) {
    this.ports = new PortSpace(names);
    this.handles = new Handles(names);
    this.name = name;
    this.map = map;
    this.buffers = buffers;
  }

  public VmMap map() {
    return map;
  }

  public PortSpace ports() {
    return ports;
  }

  public BufferPool buffers() {
    return buffers;
  }

  int insertHandle(VmObject object) {
    return handles.insert(object);
  }

  VmObject lookupHandle(int handle) {
    if (!handles.has(handle)) {
      throw new IllegalStateException(name + " has no handle " + handle);
    }
    return handles.object(handle);
  }

  void removeHandle(int handle) {
    lookupHandle(handle);
    handles.remove(handle);
  }

  public int handleCount() {
    return handles.count();
  }

  @Override
  public String toString() {
    return name;
  }
}
