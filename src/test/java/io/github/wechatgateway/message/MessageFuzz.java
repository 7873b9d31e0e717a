package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes as a message is read, with all that its record offers, or is told to be none. */
public class MessageFuzz {
  private final MessageReader reader = new MessageReader();

  @DictionaryEntries({
    "<xml>",
    "</xml>",
    "<MsgType>",
    "</MsgType>",
    "<Event>",
    "</Event>",
    "<InfoType>",
    "<action>",
    "<ToUserName>",
    "<FromUserName>",
    "<MsgId>",
    "<CreateTime>",
    "<item>",
    "<PicList>",
    "<List>",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\" encoding=\"",
    "UTF-16",
    "GBK",
    "UTF-7",
    "UCS-4",
    "<!DOCTYPE xml [",
    "<!ENTITY a SYSTEM \"file:///",
    "&a;",
    "&#x0;",
    "&#xD800;",
    "xmlns:xsi=\"",
    "xsi:nil=\"true\"",
    "xml:space=\"preserve\"",
    "\\xEF\\xBB\\xBF",
    "\\xFE\\xFF",
    "9223372036854775808"
  })
  @MethodSource("fixtures")
  @FuzzTest
  public void a_message_is_read_or_told_to_be_none(byte[] input) throws Exception {
    Message message;
    try {
      message = reader.read(input);
    } catch (NotAMessage none) {
      assertThat(Objects.requireNonNull(none.getMessage())).hasSizeLessThan(200);
      return;
    }
    askAll(message);
    assertThat(MessageKey.of("shop", message)).hasSize(22);
    assertThat(message.elements().leaves()).doesNotContainNull();
    assertThat(reader.read(input)).isEqualTo(message);
  }

  static Stream<byte[]> fixtures() {
    return Fixtures.names().stream().map(name -> Fixtures.xml(name).getBytes(UTF_8));
  }

  /** None of what a record offers may throw, nor be null, whatever came. */
  private static void askAll(Object record) throws ReflectiveOperationException {
    for (Method question : record.getClass().getMethods()) {
      if (question.getParameterCount() == 0 && question.getDeclaringClass() != Object.class) {
        Object answer = Objects.requireNonNull(ask(question, record), question.getName());
        List<?> nested = answer instanceof List<?> list ? list : List.of(answer);
        for (Object each : nested) {
          if (each instanceof Record) {
            askAll(each);
          }
        }
      }
    }
  }

  private static Object ask(Method question, Object record) throws ReflectiveOperationException {
    try {
      return question.invoke(record);
    } catch (InvocationTargetException thrown) {
      throw new AssertionError(
          question + " of " + Arrays.toString(record.getClass().getInterfaces()),
          thrown.getCause());
    }
  }
}
