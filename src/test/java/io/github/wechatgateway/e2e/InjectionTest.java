package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client can't steer a route: not by a header, and not by a query parameter. */
class InjectionTest {
  private final WeChatClient wechat = new WeChatClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelHttpUri",
        "CAmelHttpUri",
        "camelhttpuri",
        "CamelHttpPath",
        "CamelHttpQuery",
        "CamelHttpMethod",
        "CamelHttpResponseCode",
        "CamelHttpUrl",
        "CamelHttpRawQuery",
        "CamelBeanMethodName",
        "CAMELBEANMETHODNAME",
        "CamelBeanSpecialOGNL",
        "CamelFileName",
        "CamelFileNameOnly",
        "CamelFileLength",
        "CamelOverruleFileName",
        "CamelExecCommandExecutable",
        "CamelExecCommandArgs",
        "CamelLanguageScript",
        "CamelToEndpoint",
        "CamelSlipEndpoint",
        "CamelRedelivered",
        "CamelExceptionCaught",
        "CamelDuplicateMessage",
        "CamelMessageHistory",
        "CamelCaffeineAction",
        "CamelCaffeineKey",
        "CamelJmsDestinationName",
        "JMSReplyTo",
        "JMSXGroupID",
        "CamelSqlQuery",
        "CamelQuartzFireTime",
        "CamelXsltFileName",
        "CamelTemplate",
        "CamelCharsetName",
        "CamelSplitIndex",
        "CamelRouteStop",
        "CamelErrorHandlerHandled",
        "org.apache.camel.Exception",
        "breadcrumbId",
        "Content-Type",
        "content-length",
        "Transfer-Encoding",
        "account",
        "ACCOUNT",
        "wechatAccount",
        "wechatUser",
        "wechatMsgType",
        "wechatEvent",
        "wechatCallback",
        "wechatMessage",
        "wechatHandler",
        "keywordReply",
        "echostr",
        "openid"
      })
  void a_query_parameter_has_no_effect(String name) {
    Map<String, String> query = wechat.signed();
    query.put(name, "file:///etc/hostname?injected=1");

    assertUnmoved(wechat.post(RunningGateway.url("plain"), query, Xml.text("营业时间")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelHttpUri",
        "CAmelHttpUri",
        "camelhttpuri",
        "CamelHttpPath",
        "CamelHttpQuery",
        "CamelHttpMethod",
        "CamelHttpResponseCode",
        "CamelBeanMethodName",
        "CAMELBEANMETHODNAME",
        "CamelFileName",
        "CamelOverruleFileName",
        "CamelExecCommandExecutable",
        "CamelLanguageScript",
        "CamelToEndpoint",
        "CamelSlipEndpoint",
        "CamelDuplicateMessage",
        "CamelCaffeineAction",
        "CamelJmsDestinationName",
        "JMSReplyTo",
        "CamelSqlQuery",
        "CamelTemplate",
        "CamelCharsetName",
        "org.apache.camel.Exception",
        "breadcrumbId",
        "account",
        "Account",
        "signature",
        "timestamp",
        "nonce",
        "encrypt_type",
        "msg_signature",
        "wechatAccount",
        "wechatUser",
        "wechatMsgType",
        "wechatEvent",
        "wechatCallback",
        "keywordReply",
        "X-Forwarded-For",
        "X-HTTP-Method-Override",
        "Authorization",
        "Cookie",
        "Accept-Encoding"
      })
  void a_header_has_no_effect(String name) {
    assertUnmoved(
        wechat.post(
            RunningGateway.url("plain"),
            wechat.signed(),
            Xml.text("营业时间"),
            name,
            "file:///etc/hostname?injected=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "timestamp", "nonce"})
  void a_repeated_parameter_of_the_signature_is_forbidden(String name) {
    Map<String, String> query = wechat.signed();
    query.put(name + "=" + query.get(name) + "&" + name, query.get(name));
    String url = WeChatClient.withQuery(RunningGateway.url("plain"), query).toString();

    HttpResponse<String> answer =
        WeChatClient.send(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create(url))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Xml.text("hi"))));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static void assertUnmoved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Xml.text(answer.body(), "Content")).isEqualTo("我们的营业时间是每天 9:00 至 18:00。");
    assertThat(answer.headers().map().keySet())
        .containsExactlyInAnyOrder("content-length", "content-type");
  }
}
