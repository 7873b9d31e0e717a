package io.github.wechatgateway.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private static final String FIRST = "id: run.1\nevent: try\ndata: {\"n\":1}\n\n";
  private static final String SECOND = "id: run.2\nevent: try\ndata: {\"n\":2}\n\n";

  private final Events events = new Events("run", 2 * FIRST.length(), 2);
  private final List<String> told = new ArrayList<>();
  private final Consumer<byte[]> page = new Page();

  @Test
  void who_listens_is_greeted_and_told_what_happens() throws Exception {
    events.join("", object(), page);
    events.tell("try", number(1));

    assertThat(told).containsExactly(hello(0), FIRST);
  }

  @Test
  void who_comes_later_is_told_what_is_remembered() throws Exception {
    events.tell("try", number(1));
    events.tell("try", number(2));
    events.join("", object(), page);

    assertThat(told).containsExactly(hello(0), FIRST, SECOND);
  }

  @Test
  void who_comes_again_is_told_what_is_new() throws Exception {
    events.tell("try", number(1));
    events.tell("try", number(2));
    events.join("run.1", object(), page);

    assertThat(told).containsExactly(hello(1), SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.1", "run.x", "run.", "run.9999999999999999999", "1"})
  void an_id_of_another_run_is_none(String lastId) throws Exception {
    events.tell("try", number(1));
    events.join(lastId, object(), page);

    assertThat(told).containsExactly(hello(0), FIRST);
  }

  @Test
  void the_oldest_are_forgotten_first() throws Exception {
    for (int i = 1; i <= 4; i++) {
      events.tell("try", number(i));
    }
    events.join("", object(), page);

    assertThat(told).hasSize(3).last().asString().startsWith("id: run.4\n");
  }

  @Test
  void more_pages_than_may_listen_are_refused_until_one_leaves() throws Exception {
    events.join("", object(), page);
    events.join("", object(), frame -> {});

    assertThatThrownBy(() -> events.join("", object(), frame -> {}))
        .isInstanceOf(TooManyListeners.class)
        .hasMessage("events: 2 pages listen (expected: fewer; close one)");

    events.leave(page);
    events.join("", object(), frame -> {});
  }

  @Test
  void who_has_left_is_told_nothing() throws Exception {
    events.join("", object(), page);
    events.leave(page);
    events.tell("try", number(1));
    events.ping();

    assertThat(told).containsExactly(hello(0));
  }

  private static String hello(int known) {
    return "id: run.%d\nevent: hello\ndata: {\"start\":\"run\"}\n\n".formatted(known);
  }

  private static ObjectNode number(int number) {
    return object().put("n", number);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private final class Page implements Consumer<byte[]> {
    @Override
    public void accept(byte[] frame) {
      told.add(new String(frame, UTF_8));
    }
  }
}
