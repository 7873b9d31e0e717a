package io.github.wechatgateway.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveredTest {
  @Test
  void a_reply_is_written_as_the_script_reads_it() {
    Delivered delivered =
        new Delivered(List.of(new Try(200, 0.01, "<xml>…", null)), Seen.REPLY, null);

    assertThat(delivered.toJson())
        .hasToString(
            "{\"tries\":[{\"status\":200,\"seconds\":0.010,\"reply\":\"<xml>…\"}],\"seen\":\"reply\"}");
  }

  @Test
  void a_fault_says_why() {
    Delivered delivered =
        new Delivered(List.of(new Try(null, 5.0004, null, "late")), Seen.FAULT, "late");

    assertThat(delivered.toJson())
        .hasToString(
            "{\"tries\":[{\"seconds\":5.000,\"error\":\"late\"}],\"seen\":\"fault\",\"why\":\"late\"}");
  }
}
