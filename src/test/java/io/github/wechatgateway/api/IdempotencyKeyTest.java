package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @Test
  void the_same_key_is_the_same_id() throws ApiProblem {
    assertThat(IdempotencyKey.id("crm", "shop", "order-7"))
        .isEqualTo(IdempotencyKey.id("crm", "shop", "order-7"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void of_another_client_or_account_it_is_another() throws ApiProblem {
    assertThat(IdempotencyKey.id("crm", "shop", "order-7"))
        .isNotEqualTo(IdempotencyKey.id("erp", "shop", "order-7"))
        .isNotEqualTo(IdempotencyKey.id("crm", "news", "order-7"))
        .isNotEqualTo(IdempotencyKey.id("crm", "shop", "order-8"));
  }

  @Test
  void of_another_user_it_is_another_id() {
    assertThat(IdempotencyKey.ofUser("oUser1", "a1"))
        .isEqualTo(IdempotencyKey.ofUser("oUser1", "a1"))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(IdempotencyKey.ofUser("oUser2", "a1"))
        .isNotEqualTo(IdempotencyKey.ofUser("oUser1", "a2"));
  }

  @Test
  void without_one_each_message_is_its_own() throws ApiProblem {
    assertThat(IdempotencyKey.id("crm", "shop", null))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(IdempotencyKey.id("crm", "shop", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "键", "a\t", "\u007f"})
  void what_is_no_key_is_a_bad_request(String key) {
    assertThatThrownBy(() -> IdempotencyKey.id("crm", "shop", key))
        .isInstanceOf(ApiProblem.class)
        .hasMessageStartingWith("Idempotency-Key: ")
        .hasMessageEndingWith("(expected: 1 to 128 visible characters of ASCII)");
  }

  @Test
  void it_has_128_characters_at_most() throws ApiProblem {
    assertThat(IdempotencyKey.id("crm", "shop", "~".repeat(128))).hasSize(32);
    assertThatThrownBy(() -> IdempotencyKey.id("crm", "shop", "~".repeat(129)))
        .isInstanceOf(ApiProblem.class);
  }
}
