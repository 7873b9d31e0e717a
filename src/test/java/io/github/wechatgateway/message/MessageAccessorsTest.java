package io.github.wechatgateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a record offers, some fixture holds. */
class MessageAccessorsTest {
  private static final List<Object> RECORDS =
      Fixtures.names().stream()
          .map(Fixtures::read)
          .flatMap(MessageAccessorsTest::withNested)
          .toList();

  @ParameterizedTest
  @MethodSource("types")
  void every_accessor_gives_what_some_fixture_holds(Class<?> type) {
    assertThat(RECORDS).hasAtLeastOneElementOfType(type);
    for (Method accessor : accessors(type)) {
      assertThat(RECORDS)
          .filteredOn(type::isInstance)
          .as(typeName(type) + "." + accessor.getName())
          .anySatisfy(it -> assertThat(isDefault(invoke(accessor, it))).isFalse());
    }
  }

  /** Every type of the hierarchy, and the records that their accessors give. */
  static Stream<Class<?>> types() {
    return Stream.concat(
            permitted(Message.class),
            permitted(Message.class).flatMap(type -> Arrays.stream(type.getDeclaredClasses())))
        .distinct();
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    Class<?>[] subclasses = type.getPermittedSubclasses();
    return Stream.concat(
        Stream.of(type),
        subclasses == null
            ? Stream.empty()
            : Arrays.stream(subclasses).flatMap(MessageAccessorsTest::permitted));
  }

  private static List<Method> accessors(Class<?> type) {
    Set<String> others = Set.of("elements", "toString", "hashCode");
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0 && !others.contains(method.getName()))
        .toList();
  }

  /** The object itself, and the records that its accessors give. */
  private static Stream<Object> withNested(Object object) {
    return Stream.concat(
        Stream.of(object),
        accessors(object.getClass()).stream()
            .map(accessor -> invoke(accessor, object))
            .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
            .filter(Record.class::isInstance));
  }

  private static Object invoke(Method accessor, Object object) {
    try {
      return accessor.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(accessor.toString(), e);
    }
  }

  private static boolean isDefault(Object value) {
    return Set.of("", 0L, Double.NaN, false, List.of()).contains(value);
  }

  private static String typeName(Class<?> type) {
    return type.getName().replaceFirst(".*\\.", "").replace('$', '.');
  }
}
