package io.github.wechatgateway.wechat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Fetches a file from the address that WeChat gave in its place. No token goes there. */
public final class FetchFile {
  private final Lane files;
  private final Executor answers;

  FetchFile(Lane files, Executor answers) {
    this.files = files;
    this.answers = answers;
  }

  /**
   * Fetches it once, without following a redirect.
   *
   * @param call the one that was answered with the address
   * @param to is overwritten
   * @return the answer; fails with a {@link WeChatRefusal} if it is none, or no file
   */
  public CompletionStage<WeChatAnswer> fetch(WeChatCall call, URI address, Path to) {
    CompletableFuture<WeChatAnswer> fetched = new CompletableFuture<>();
    files
        .threads()
        .execute(
            call.account(),
            () -> {
              try {
                WeChatAnswer answer = files.request().fetch(address, to);
                answers.execute(() -> complete(fetched, call, answer));
              } catch (Exception | Error failed) { // whatever it is, somebody waits
                WeChatRefusal refusal = Outcome.of(failed).refusal(call);
                answers.execute(() -> fetched.completeExceptionally(refusal));
              }
            });
    return fetched;
  }

  private static void complete(
      CompletableFuture<WeChatAnswer> fetched, WeChatCall call, WeChatAnswer answer) {
    if (answer.isFile() && answer.json().isMissingNode()) {
      fetched.complete(answer);
    } else {
      Outcome none = new Outcome(0, ErrCode.UNREADABLE, "status %s".formatted(answer));
      fetched.completeExceptionally(none.refusal(call, answer));
    }
  }
}
