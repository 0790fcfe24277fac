package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.PortSpace;
import org.portbench.strategies.kernel.vm.AllOrNothing;
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

  /** A handle for each object, or for none. */
  List<Integer> insertHandles(List<VmObject> objects, Meter meter) {
    List<Integer> inserted = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (VmObject object : objects) {
            meter.perform(Primitive.HANDLE_INSERT);
            handles.put(nextHandle, object);
            inserted.add(nextHandle++);
          }
        },
        () -> inserted.forEach(handles::remove));
    return inserted;
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
