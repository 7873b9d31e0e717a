package io.github.wechatgateway.api;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.late.DeadLetters;
import io.github.wechatgateway.late.LateSteps;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogApiFailure;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.Tokens;
import io.github.wechatgateway.wechat.media.MediaLimits;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.apache.camel.spi.Registry;

/**
 * Puts the API together.
 *
 * @param registry where the steps of {@code WeChat} are bound already
 */
public record Api(Registry registry, ApiLimits limits) {

  /** Binds what every route of routes/api/ begins with, and what its policy calls. */
  public void bind(Clients clients, Accounts accounts, Counters counters) throws IOException {
    registry.bind("authorize-client", new AuthorizeClient(clients, accounts));
    registry.bind("read-json", new AsyncStep(new ReadJson(limits.maxBody())));
    registry.bind(
        "answer-problem", new AnswerProblem(new LogApiFailure(), counters, Clock.systemUTC()));
    registry.bind("give-openapi", new GiveOpenApi(clients));
    bindTokens(accounts);
  }

  /** Binds what puts messages into the outbox, and what looks after those that stayed there. */
  public void bindOutbox(LateSteps late, CustomerServiceJson shape, Vertx vertx) {
    UploadReplyFiles files = registry.lookupByNameAndType("reply-files", UploadReplyFiles.class);
    Executor answers = task -> vertx.runOnContext(loop -> task.run());
    registry.bind("name-message", new NameMessage());
    registry.bind("address-message", new AddressMessage());
    registry.bind(
        "put-message",
        new AsyncStep(
            new PutMessage(shape, files::check, late.outbox()::put, Clock.systemUTC(), answers)));
    DeadLetters dead = late.deadLetters();
    registry.bind("give-dead-letters", new AsyncStep(new GiveDeadLetters(dead)));
    registry.bind("retry-dead-letter", new AsyncStep(new SettleDeadLetter(dead::retry)));
    registry.bind("delete-dead-letter", new AsyncStep(new SettleDeadLetter(dead::delete)));
  }

  /** Binds what tells what became of messages. */
  public void bindRecords(Records records) {
    registry.bind("give-records", new GiveRecords(records));
  }

  private void bindTokens(Accounts accounts) {
    Clock clock = Clock.systemUTC();
    Tokens tokens = registry.lookupByNameAndType("access-tokens", Tokens.class);
    Tokens tickets = registry.lookupByNameAndType("jsapi-tickets", Tokens.class);
    GiveToken.Source current = (account, exchange) -> tokens.get(account);
    GiveToken.Source ticket = (account, exchange) -> tickets.get(account);
    GiveToken.Source another =
        (account, exchange) -> tokens.replace(account, FailedToken.in(exchange));
    registry.bind(
        "give-access-token",
        new AsyncStep(new GiveToken("access_token", accounts, current, clock)));
    registry.bind(
        "give-jsapi-ticket", new AsyncStep(new GiveToken("ticket", accounts, ticket, clock)));
    registry.bind(
        "give-another-token",
        new AsyncStep(new GiveToken("access_token", accounts, another, clock)));
  }

  /** Binds what moves files: of media, and of calls that are relayed. */
  public void bindFiles(RelayPaths relay, CallWeChat wechat, MediaLimits media, Vertx vertx) {
    Spool spool = registry.lookupByNameAndType("spool", Spool.class);
    registry.bind(
        "read-uploaded-file", new AsyncStep(new ReadUploadedFile(media, spool, limits, vertx)));
    registry.bind("tell-uploaded", new TellUploaded());
    registry.bind("name-media", new NameMedia(limits));
    registry.bind("give-file", new GiveFile());
    registry.bind(
        "read-relayed-call", new AsyncStep(new ReadRelayedCall(relay, spool, limits, vertx)));
    registry.bind("relay", new AsyncStep(new Relay(wechat)));
  }
}
