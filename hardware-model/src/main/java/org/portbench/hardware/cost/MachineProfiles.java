package org.portbench.hardware.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.portbench.hardware.cost.MachineProfile.Number;

/** Where machine profiles come from: the built-in ones, and files of the user's own. */
public final class MachineProfiles {
  private static final List<String> NAMES =
      List.of(
          "next-1990",
          "decstation3100-1991",
          "hp386-1992",
          "decstation-1993",
          "pc-2003",
          "smp-2003",
          "server-2024");
  private static final int LARGEST_BYTES = 1 << 20;

  private MachineProfiles() {}

  /** The built-in machines, oldest first. */
  public static List<String> names() {
    return NAMES;
  }

  public static MachineProfile builtIn(String name) {
    if (!NAMES.contains(name)) {
      throw new ProfilePlace("machine " + name, 0).error("unknown; " + Nearest.hint(name, NAMES));
    }
    String file = "machines/" + name + ".toml";
    try (InputStream bytes = MachineProfiles.class.getResourceAsStream("/" + file)) {
      return parse(file, text(file, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MachineProfile read(Path path) {
    String file = path.toString();
    try (InputStream bytes = Files.newInputStream(path)) {
      return parse(file, text(file, bytes));
    } catch (IOException e) {
      throw new ProfilePlace(file, 0).error("cannot be read: " + reason(e));
    }
  }

  /** The same machine with some numbers changed; their keys may be any that a profile can have. */
  public static MachineProfile with(MachineProfile machine, Number... changes) {
    return ProfileReader.read(ProfileText.of(machine, List.of(changes)));
  }

  static MachineProfile parse(String file, String text) {
    if (text.isBlank()) {
      throw new ProfilePlace(file, 1).error("the file is empty; a profile begins with [machine]");
    }
    return ProfileReader.read(ProfileParser.parse(file, text));
  }

  private static String text(String file, InputStream bytes) throws IOException {
    byte[] read = bytes.readNBytes(LARGEST_BYTES + 1);
    if (read.length > LARGEST_BYTES) {
      throw new ProfilePlace(file, 1).error("no profile: longer than " + LARGEST_BYTES + " bytes");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no such file";
      case AccessDeniedException e -> "access is denied";
      case CharacterCodingException e -> "it is not text in UTF-8";
      default -> failure.getMessage();
    };
  }
}
