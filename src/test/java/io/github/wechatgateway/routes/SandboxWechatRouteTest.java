package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.sandbox.AnswerBadRequest;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxWechatRouteTest {
  private static final String FAULT = "fault";

  @RegisterExtension
  static final RouteUnderTest SANDBOX_WECHAT =
      new RouteUnderTest("sandbox/sandbox-wechat", "sandbox/sandbox-failed")
          .step("answer-bad-request", new AnswerBadRequest())
          .step("read-call", call -> {})
          .step("apply-fault", SandboxWechatRouteTest::applyFault)
          .step("call-api", call -> call.getMessage().setBody("answered"));

  @Test
  void a_call_is_answered() {
    assertThat(call("call").getMessage().getBody()).isEqualTo("answered");
  }

  @Test
  void a_call_that_a_fault_befalls_is_not() {
    assertThat(call(FAULT).getMessage().getBody()).isEqualTo(FAULT);
  }

  @Test
  void a_request_that_can_not_be_done_is_told_what_is_wrong() {
    Exchange told = call("bad");

    assertThat(told.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(400);
    assertThat(Requests.text(told)).contains("path: missing (expected: a path)");
  }

  private static Exchange call(String body) {
    return SANDBOX_WECHAT.send(request -> request.getMessage().setBody(body));
  }

  private static void applyFault(Exchange call) throws BadRequest {
    Object body = call.getMessage().getBody();
    call.setRouteStop(body.equals(FAULT));
    if (body.equals("bad")) {
      throw new BadRequest("path", "missing", "a path");
    }
  }
}
