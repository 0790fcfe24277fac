package org.portbench.harness.linux.sys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where the system calls of this package are known. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "org.portbench.harness.linux.sys.OnLinux$Here#isLinux",
    disabledReason = "not Linux on x86-64 or aarch64")
public @interface OnLinux {

  /** What the condition asks. */
  final class Here {
    private Here() {}

    static boolean isLinux() {
      return Architecture.here().isPresent();
    }
  }
}
