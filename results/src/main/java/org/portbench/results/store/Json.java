package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.portbench.results.store.StoreException.Kind.CONTENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON text: one key a line or all on one line, the same bytes for the same content. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String pretty(ObjectNode node) {
    try {
      return MAPPER.writer(printer()).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String line(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param firstLine of the text within its file
   */
  static Fields parse(byte[] text, String file, int firstLine) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isObject()) {
        return new Fields(file, "", node);
      }
      throw new StoreException(
          CONTENT, file + ": " + (node.isMissingNode() ? "is empty" : "holds no JSON object"));
    } catch (JsonProcessingException e) {
      throw new StoreException(CONTENT, place(e, file, firstLine) + ": " + problem(e));
    } catch (IOException e) {
      throw new StoreException(CONTENT, file + ": is not JSON: " + Trouble.of(e));
    }
  }

  /** A list of objects. */
  static List<Fields> parseList(byte[] text, String file) {
    String object = "{\"all\":" + new String(text, UTF_8) + "}";
    return parse(object.getBytes(UTF_8), file, 1).objects("all");
  }

  private static String place(JsonProcessingException e, String file, int firstLine) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? file
        : file + ":" + (firstLine - 1 + e.getLocation().getLineNr());
  }

  private static String problem(JsonProcessingException e) {
    return e instanceof JsonEOFException
        ? "ends in the middle: the file is truncated"
        : "is not valid JSON: the file is damaged, or something else than a run";
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
  }
}
