package io.github.wechatgateway.reply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of a reply, which knows the way to itself for the sake of clear errors. */
record Fields(String path, Map<?, ?> fields) {

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** A text, a number or a truth value as text; empty where there is none. */
  String text(String name) throws BadReply {
    Object value = fields.get(name);
    if (value == null) {
      return "";
    } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw bad(name, "not a text", "a text");
  }

  String required(String name) throws BadReply {
    String text = text(name);
    if (text.isEmpty()) {
      throw bad(name, "missing", "a text");
    }
    return text;
  }

  Fields object(String name) throws BadReply {
    if (fields.get(name) instanceof Map<?, ?> map) {
      return new Fields(to(name), map);
    }
    throw bad(name, has(name) ? "not an object" : "missing", "an object");
  }

  List<Fields> list(String name) throws BadReply {
    if (!(fields.get(name) instanceof List<?> list)) {
      throw bad(name, has(name) ? "not a list" : "missing", "a list of objects");
    }
    List<Fields> objects = new ArrayList<>();
    for (Object item : list) {
      String itemName = name + "[" + objects.size() + "]";
      if (!(item instanceof Map<?, ?> map)) {
        throw bad(itemName, "not an object", "an object");
      }
      objects.add(new Fields(to(itemName), map));
    }
    return objects;
  }

  /** Media by its id or, where there is none, by a file of ours. */
  Media media(String id, String file) throws BadReply {
    if (!text(id).isEmpty()) {
      return new Media.Id(text(id));
    } else if (!text(file).isEmpty()) {
      return new Media.File(text(file));
    }
    throw bad(id, "missing", "the id that an upload or a user's message gave, or " + file);
  }

  Map<String, Object> asMap() {
    Map<String, Object> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> put(copy, String.valueOf(name), value));
    return copy;
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private BadReply bad(String name, String found, String expected) {
    return new BadReply(to(name), found, expected);
  }

  private String to(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
