package org.portbench.strategies.kernel;

import java.util.HashMap;
import java.util.Map;
import org.portbench.strategies.kernel.ipc.PortSpace;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * A protection domain: an address space, names for ports, handles for objects, standing buffers.
 */
public final class Task {
  private final String name;
  private final VmMap map;
  private final PortSpace ports = new PortSpace();
  private final Map<Integer, VmObject> handles = new HashMap<>();
  private final BufferPool buffers;
  private int nextHandle = 1;

  Task(String name, VmMap map, BufferPool buffers) {
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
    handles.put(nextHandle, object);
    return nextHandle++;
  }

  VmObject lookupHandle(int handle) {
    VmObject object = handles.get(handle);
    if (object == null) {
      throw new IllegalStateException(name + " has no handle " + handle);
    }
    return object;
  }

  VmObject removeHandle(int handle) {
    VmObject object = lookupHandle(handle);
    handles.remove(handle);
    return object;
  }

  public int handleCount() {
    return handles.size();
  }

  @Override
  public String toString() {
    return name;
  }
}
