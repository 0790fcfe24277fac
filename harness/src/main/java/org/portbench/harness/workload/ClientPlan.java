package org.portbench.harness.workload;

import java.util.function.LongFunction;

/**
 * What one client does.
 *
 * @param phase clients of a later phase start when all of the earlier phases have ended (fio's
 *     stonewall)
 * @param runtimePs virtual time after which the client asks for nothing more; 0 for no limit
 * @param source makes the client's operations anew from a seed, the same for the same seed
 * @param finite whether the client ends by itself, because its source ends or its runtime does;
 *     otherwise the cell's {@code --operations} ends it
 */
public record ClientPlan(
    String name,
    int phase,
    long startDelayPs,
    long runtimePs,
    Pace pace,
    LongFunction<OperationSource> source,
    boolean finite) {}
