package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of a JSON object, each asked for by name and type; what is missing or of another type
 * is named with its file and its place in it.
 *
 * @param within empty for the outermost object, else the place of this one with a dot behind
 */
record Fields(String file, String within, JsonNode node) {

  /** Whether it is there: what later programs have added, earlier files lack. */
  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw wrong(name, value, "a text");
    }
    return value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, value, "true or false");
    }
    return value.booleanValue();
  }

  long integer(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, value, "an integer");
    }
    return value.longValue();
  }

  /** A number; none where it is not one, which JSON has no sign for and JMH spells out. */
  OptionalDouble decimal(String name) {
    JsonNode value = node.get(name);
    if (value != null && value.isTextual() && value.textValue().equals("NaN")) {
      return OptionalDouble.empty();
    }
    if (value == null || !value.isNumber()) {
      throw wrong(name, value, "a number");
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /** An integer that counts something. */
  long count(String name) {
    long value = integer(name);
    if (value < 0) {
      throw wrong(name, node.get(name), "zero or more");
    }
    return value;
  }

  OptionalLong countOrNull(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isNull() ? OptionalLong.empty() : OptionalLong.of(count(name));
  }

  <E extends Enum<E>> E word(String name, E[] known, Function<E, String> spelling) {
    String text = text(name);
    List<String> words = new ArrayList<>();
    for (E candidate : known) {
      if (spelling.apply(candidate).equals(text)) {
        return candidate;
      }
      words.add(spelling.apply(candidate));
    }
    throw wrong(name, node.get(name), "one of " + String.join(", ", words));
  }

  Optional<Fields> objectOrNull(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isNull() ? Optional.empty() : Optional.of(object(name));
  }

  Fields object(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) {
      throw wrong(name, value, "an object");
    }
    return new Fields(file, within + name + ".", value);
  }

  List<Fields> objects(String name) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode element : array(name)) {
      String place = within + name + "[" + all.size() + "]";
      if (!element.isObject()) {
        throw wrong(name + "[" + all.size() + "]", element, "an object");
      }
      all.add(new Fields(file, place + ".", element));
    }
    return all;
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrong(name + "[" + all.size() + "]", element, "a text");
      }
      all.add(element.textValue());
    }
    return all;
  }

  SortedMap<String, String> textMap(String name) {
    SortedMap<String, String> map = new TreeMap<>();
    Fields fields = object(name);
    fields.node.fieldNames().forEachRemaining(key -> map.put(key, fields.text(key)));
    return map;
  }

  SortedMap<String, Long> countMap(String name) {
    SortedMap<String, Long> map = new TreeMap<>();
    Fields fields = object(name);
    fields.node.fieldNames().forEachRemaining(key -> map.put(key, fields.count(key)));
    return map;
  }

  /** Integers that may be below zero. */
  SortedMap<String, Long> integerMap(String name) {
    SortedMap<String, Long> map = new TreeMap<>();
    Fields fields = object(name);
    fields.node.fieldNames().forEachRemaining(key -> map.put(key, fields.integer(key)));
    return map;
  }

  OptionalLong integerOrNull(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isNull() ? OptionalLong.empty() : OptionalLong.of(integer(name));
  }

  private JsonNode array(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, value, "a list");
    }
    return value;
  }

  private StoreException wrong(String name, JsonNode found, String needed) {
    String place = file + ": " + within + name;
    return new StoreException(
        CONTENT,
        found == null
            ? place + " is missing"
            : place + ": " + needed + " is needed, found " + shown(found));
  }

  private static String shown(JsonNode found) {
    return found.isContainerNode() || found.isNull()
        ? found.getNodeType().name().toLowerCase(Locale.ROOT)
        : abridged(found.toString());
  }

  private static String abridged(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
