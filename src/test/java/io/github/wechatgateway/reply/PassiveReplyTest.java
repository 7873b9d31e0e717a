package io.github.wechatgateway.reply;

import static io.github.wechatgateway.reply.RenderedReply.elements;
import static io.github.wechatgateway.reply.RenderedReply.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The XML of each kind of reply, as another parser than ours reads it; and what is refused. */
class PassiveReplyTest {
  private static final long NOW = 1718000137;
  private static final Media MEDIA = new Media.Id("media_1");
  private static final Reply.Article ARTICLE = new Reply.Article("t", "d", "http://p", "http://u");

  @ParameterizedTest
  @MethodSource("replies")
  void each_kind_has_its_elements(Reply reply, List<String> elements) throws BadReply {
    List<String> all = new ArrayList<>();
    all.add("ToUserName=oUser");
    all.add("FromUserName=gh_account");
    all.add("CreateTime=1718000137");
    all.addAll(elements);

    assertThat(elements(PassiveReply.xml(reply, message("event"), NOW))).isEqualTo(all);
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        arguments(new Reply.Text("hello"), List.of("MsgType=text", "Content=hello")),
        arguments(new Reply.Image(MEDIA), List.of("MsgType=image", "Image.MediaId=media_1")),
        arguments(new Reply.Voice(MEDIA), List.of("MsgType=voice", "Voice.MediaId=media_1")),
        arguments(
            new Reply.Video(MEDIA, "t", "d"),
            List.of(
                "MsgType=video", "Video.MediaId=media_1", "Video.Title=t", "Video.Description=d")),
        arguments(
            new Reply.Video(MEDIA, "", ""), List.of("MsgType=video", "Video.MediaId=media_1")),
        arguments(
            new Reply.Music("t", "d", "http://m", "http://h", MEDIA),
            List.of(
                "MsgType=music",
                "Music.Title=t",
                "Music.Description=d",
                "Music.MusicUrl=http://m",
                "Music.HQMusicUrl=http://h",
                "Music.ThumbMediaId=media_1")),
        arguments(
            new Reply.Music("", "", "", "", MEDIA),
            List.of("MsgType=music", "Music.ThumbMediaId=media_1")),
        arguments(
            new Reply.News(List.of(ARTICLE, new Reply.Article("s", "", "", ""))),
            List.of(
                "MsgType=news",
                "ArticleCount=2",
                "Articles.item.Title=t",
                "Articles.item.Description=d",
                "Articles.item.PicUrl=http://p",
                "Articles.item.Url=http://u",
                "Articles.item.Title=s",
                "Articles.item.Description=",
                "Articles.item.PicUrl=",
                "Articles.item.Url=")),
        arguments(
            new Reply.TransferCustomerService(""), List.of("MsgType=transfer_customer_service")),
        arguments(
            new Reply.TransferCustomerService(" agent@account "),
            List.of("MsgType=transfer_customer_service", "TransInfo.KfAccount=agent@account")),
        arguments(
            new Reply.Device("hardware", hardware()),
            List.of(
                "MsgType=hardware",
                "DeviceType=gh_1",
                "DeviceID=2",
                "HardWare.MessageView=myrank",
                "HardWare.MessageAction=ranklist",
                "FuncFlag=0")));
  }

  private static Map<String, Object> hardware() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("MessageView", "myrank");
    view.put("MessageAction", "ranklist");
    Map<String, Object> elements = new LinkedHashMap<>();
    elements.put("DeviceType", "gh_1");
    elements.put("DeviceID", 2);
    elements.put("HardWare", view);
    elements.put("FuncFlag", 0);
    return elements;
  }

  @Test
  void hardware_needs_no_device() throws Exception {
    String json =
        "{\"msgtype\":\"hardware\",\"hardware\":{\"HardWare\":{\"MessageView\":\"myrank\",\"MessageAction\":\"ranklist\"},\"FuncFlag\":0}}";
    Reply reply = ReplyReader.read(new ObjectMapper().readValue(json, Map.class));

    assertThat(elements(PassiveReply.xml(Objects.requireNonNull(reply), message("event"), NOW)))
        .containsExactly(
            "ToUserName=oUser",
            "FromUserName=gh_account",
            "CreateTime=1718000137",
            "MsgType=hardware",
            "HardWare.MessageView=myrank",
            "HardWare.MessageAction=ranklist",
            "FuncFlag=0");
  }

  @Test
  void an_agent_of_nothing_visible_is_none() throws BadReply {
    Reply reply = new Reply.TransferCustomerService("\u0001\u200B");

    assertThat(elements(PassiveReply.xml(reply, message("text"), NOW)))
        .endsWith("MsgType=transfer_customer_service");
  }
}
