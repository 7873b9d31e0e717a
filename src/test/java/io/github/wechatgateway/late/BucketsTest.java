package io.github.wechatgateway.late;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private final Buckets buckets = new Buckets(4);

  @Test
  void a_user_has_always_the_same_queue() {
    assertThat(new Buckets(4).queueOf("shop", "oUser1"))
        .isEqualTo(buckets.queueOf("shop", "oUser1"));
  }

  @Test
  void an_account_has_its_share_of_the_queues_and_another_one_a_different_share() {
    assertThat(queuesOf("shop")).hasSize(4);
    assertThat(queuesOf("bank")).hasSize(4).isNotEqualTo(queuesOf("shop"));
  }

  @Test
  void the_accounts_together_have_all_queues() {
    Set<String> all =
        IntStream.range(0, 100)
            .boxed()
            .flatMap(number -> queuesOf("account" + number).stream())
            .collect(toSet());

    assertThat(all)
        .isEqualTo(IntStream.range(0, Queues.OUTBOXES).mapToObj(Queues::outbox).collect(toSet()));
  }

  private Set<String> queuesOf(String account) {
    return IntStream.range(0, 1000)
        .mapToObj(user -> buckets.queueOf(account, "oUser" + user))
        .collect(toSet());
  }
}
