package org.portbench.strategies;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Finds strategies, the built-in ones and those of others, as services. */
public final class Strategies {
  private final List<ServiceLoader.Provider<MessagingStrategy>> providers;

  public Strategies(ClassLoader loader) {
    this.providers = ServiceLoader.load(MessagingStrategy.class, loader).stream().toList();
  }

  /** One of each, in the order of their names. */
  public List<MessagingStrategy> all() {
    return providers.stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(MessagingStrategy::name))
        .toList();
  }

  /** A new instance; each cell has its own. */
  public MessagingStrategy create(String name) {
    return all().stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown strategy " + name));
  }
}
