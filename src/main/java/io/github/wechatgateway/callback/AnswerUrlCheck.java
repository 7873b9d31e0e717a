package io.github.wechatgateway.callback;

import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Answers the check that WeChat makes when somebody saves the URL in the console: {@code echostr}
 * back, and nothing else.
 *
 * <p>The signature does not cover echostr. Its form and length are bounded, and it goes back as
 * plain text, so that whoever gets hold of a signed URL can't make this host say what he likes.
 */
public final class AnswerUrlCheck implements Processor {
  private static final Pattern ECHOSTR = Pattern.compile("[A-Za-z0-9_+/=-]{1,128}");

  @Override
  public void process(Exchange exchange) throws Refused {
    String echostr = Callback.of(exchange).echostr();
    if (echostr == null || !ECHOSTR.matcher(echostr).matches()) {
      throw Refused.forbidden("echostr: missing, too long or with other characters");
    }
    Answer.text(exchange, 200, echostr);
  }
}
