package io.github.wechatgateway.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Handlers that call WeChat: the text {@code first} or {@code second} has 1,200 calls of that
 * account made, of four kinds, for which it does not wait; {@link #CALL} has one of the callback's
 * own account made, and waits for it.
 */
final class HangRoutes {
  static final String CALL = "call";
  static final String ANSWER = "好的";

  private static final List<String> ACCOUNTS = List.of("first", "second");
  private static final int CALLS_OF_A_KIND = 300;

  /** What makes a call, by its kind. */
  private static final Map<String, String> KINDS =
      Map.of(
          "ips", "get('%s', '/cgi-bin/getcallbackip', '')",
          "media", "get('%s', '/cgi-bin/media/get', 'media_id=m')",
          "send", "post('%s', '/cgi-bin/message/custom/send', ${body})",
          "typing", "post('%s', '/cgi-bin/message/custom/typing', ${body})");

  private static final String ON_TEXT =
      """
      - route:
          id: on-text
          description: Has calls made as the text says, and answers.
          from:
            uri: direct:on-text
            steps:
              - choice:
                  id: which
                  when:
                    - expression:
                        simple:
                          expression: ${body.words} == 'call'
                      steps:
                        - to:
                            id: call-demo
                            uri: direct:demo-ips
                    - expression:
                        simple:
                          expression: ${body.words} == 'first'
                      steps:
                        - to:
                            id: start-first
                            uri: direct:hang-first
                    - expression:
                        simple:
                          expression: ${body.words} == 'second'
                      steps:
                        - to:
                            id: start-second
                            uri: direct:hang-second
              - setBody:
                  id: answer
                  expression:
                    constant:
                      expression: %s
      """
          .formatted(ANSWER);

  private static final String HANG =
      """
      - route:
          id: hang-ACCOUNT
          description: Has calls of each kind made, and waits for none.
          from:
            uri: direct:hang-ACCOUNT
            steps:
              - loop:
                  id: repeat-ACCOUNT
                  expression:
                    constant:
                      expression: "%d"
                  steps:
                    - wireTap:
                        id: tap-ACCOUNT-ips
                        uri: direct:ACCOUNT-ips
                    - wireTap:
                        id: tap-ACCOUNT-media
                        uri: direct:ACCOUNT-media
                    - wireTap:
                        id: tap-ACCOUNT-send
                        uri: direct:ACCOUNT-send
                    - wireTap:
                        id: tap-ACCOUNT-typing
                        uri: direct:ACCOUNT-typing
      """
          .formatted(CALLS_OF_A_KIND);

  private static final String ONE =
      """
      - route:
          id: %1$s
          description: Makes a call.
          errorHandler:
            noErrorHandler: {}
          from:
            uri: direct:%1$s
            steps:
              - setBody:
                  id: json-%1$s
                  expression:
                    constant:
                      expression: '{"touser":"oUser","msgtype":"text","text":{"content":"hello"}}'
              - bean:
                  id: make-%1$s
                  beanType: io.github.wechatgateway.wechat.WeChatCall
                  method: "%2$s"
              - to:
                  id: call-%1$s
                  uri: direct:call-wechat
      """;

  private HangRoutes() {}

  /** By their ids. */
  static Map<String, String> all() {
    Map<String, String> routes = new LinkedHashMap<>();
    routes.put("on-text", ON_TEXT);
    for (String account : ACCOUNTS) {
      routes.put("hang-" + account, HANG.replace("ACCOUNT", account));
      KINDS.forEach((kind, call) -> one(routes, account, kind, call));
    }
    one(routes, "demo", "ips", KINDS.getOrDefault("ips", ""));
    return routes;
  }

  private static void one(Map<String, String> routes, String account, String kind, String call) {
    String id = account + "-" + kind;
    routes.put(id, ONE.formatted(id, call.formatted(account)));
  }

  /** Whose calls hang, as arguments of the gateway's JVM; their AppIDs are their names. */
  static List<String> accounts() {
    return ACCOUNTS.stream()
        .map(name -> "-Dwechat.accounts." + name + ".")
        .flatMap(
            prefix ->
                Stream.of(
                    prefix + "app-id=" + prefix.split("\\.")[2],
                    prefix + "app-secret=secret",
                    prefix + "token=token"))
        .toList();
  }
}
