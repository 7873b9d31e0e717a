package io.github.wechatgateway.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one message, just as they came: nothing that WeChat sends is dropped, known or
 * not.
 *
 * <p>An element is found by its name, a nested one by the names on the way to it, joined by dots:
 * {@code ScanCodeInfo.ScanResult}. Where one of the names occurs several times (WeChat repeats
 * {@code PicList}, {@code List}, {@code fail_idx}), the path leads to all of them.
 *
 * <p>{@link #toString()} shows names only: what users write stays out of logs.
 */
public final class Elements {
  private final Map<String, Object> elements;

  /**
   * Takes what a parser read.
   *
   * @param elements by name: a {@code String}, a {@code Map} for an element with elements of its
   *     own, or a {@code List} of these for one that is repeated
   */
  public Elements(Map<String, Object> elements) {
    this.elements = elements;
  }

  /**
   * Whatever is at the path: a {@code String}, a {@code Map} or, for several, a {@code List};
   * {@code null} where there is nothing.
   */
  public @Nullable Object get(String path) {
    if (path.indexOf('.') < 0) {
      return elements.get(path);
    }
    List<Object> found = at(path).toList();
    return switch (found.size()) {
      case 0 -> null;
      case 1 -> found.get(0);
      default -> found;
    };
  }

  /** The (first) text at the path; empty where there is none. */
  public String text(String path) {
    Object found = get(path);
    if (found instanceof String text) {
      return text;
    }
    return found == null
        ? ""
        : at(path).filter(String.class::isInstance).map(String.class::cast).findFirst().orElse("");
  }

  /** All texts at the path, in their order. */
  public List<String> texts(String path) {
    return at(path).filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** The elements at the path that have elements of their own, in their order. */
  public List<Elements> list(String path) {
    return at(path).filter(Map.class::isInstance).map(Elements::nested).toList();
  }

  /** The whole number at the path; 0 where there is none. */
  public long number(String path) {
    try {
      return Long.parseLong(text(path).strip());
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  /** The decimal number at the path; NaN where there is none. */
  public double decimal(String path) {
    try {
      return Double.parseDouble(text(path).strip());
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** Every text in it, nested ones too. Holds what the user wrote: not for logs. */
  public List<String> leaves() {
    return leaves(elements).toList();
  }

  /** As {@link #leaves()}, without the elements of these names. */
  public List<String> leavesWithout(Set<String> names) {
    return elements.entrySet().stream()
        .filter(element -> !names.contains(element.getKey()))
        .flatMap(element -> leaves(element.getValue()))
        .toList();
  }

  private static Stream<String> leaves(Object element) {
    if (element instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(Elements::leaves);
    } else if (element instanceof List<?> list) {
      return list.stream().flatMap(Elements::leaves);
    }
    return Stream.of(element.toString());
  }

  /** All elements by their names. Holds what the user wrote: not for logs. */
  Map<String, Object> asMap() {
    return elements;
  }

  private Stream<Object> at(String path) {
    Stream<Object> found = Stream.of(elements);
    for (String name : path.split("\\.", -1)) {
      found = found.flatMap(element -> children(element, name));
    }
    return found;
  }

  private static Stream<Object> children(Object element, String name) {
    Object child = element instanceof Map<?, ?> map ? map.get(name) : null;
    return child instanceof List<?> several
        ? several.stream().map(Objects::requireNonNull)
        : Stream.ofNullable(child);
  }

  @SuppressWarnings("unchecked") // the names of elements are strings
  private static Elements nested(Object map) {
    return new Elements((Map<String, Object>) map);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Elements that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.keySet().toString();
  }
}
