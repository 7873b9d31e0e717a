package io.github.wechatgateway.wechat.media;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class UploadsTest {
  private static final Uploads.Key KEY = new Uploads.Key("demo", MediaType.IMAGE, "abc");

  private Instant now = Instant.parse("2024-06-01T00:00:00Z");
  private final Uploads uploads = new Uploads(100, () -> now);
  private int made;

  @Test
  void who_asks_at_the_same_time_gets_the_same_upload() {
    CompletableFuture<UploadedMedia> upload = new CompletableFuture<>();

    CompletionStage<UploadedMedia> first = uploads.get(KEY, () -> upload);
    CompletionStage<UploadedMedia> second = uploads.get(KEY, this::upload);
    upload.complete(new UploadedMedia(MediaType.IMAGE, "id", 0));

    assertThat(first).isCompletedWithValueMatching(it -> it.mediaId().equals("id"));
    assertThat(second).isCompletedWithValueMatching(it -> it.mediaId().equals("id"));
    assertThat(made).isZero();
  }

  @Test
  void an_upload_is_remembered_until_an_hour_before_its_three_days_are_over() throws Exception {
    assertThat(id(KEY)).isEqualTo("1");
    now = now.plus(Duration.ofHours(71)).minusMillis(1);
    assertThat(id(KEY)).isEqualTo("1");
    now = now.plusMillis(2);
    assertThat(id(KEY)).isEqualTo("2");
  }

  @Test
  void another_account_or_type_has_an_upload_of_its_own() throws Exception {
    assertThat(id(KEY)).isEqualTo("1");
    assertThat(id(new Uploads.Key("other", MediaType.IMAGE, "abc"))).isEqualTo("2");
    assertThat(id(new Uploads.Key("demo", MediaType.THUMB, "abc"))).isEqualTo("3");
  }

  @Test
  void one_that_failed_is_made_again() throws Exception {
    assertThatThrownBy(
            () ->
                uploads
                    .get(KEY, () -> failedStage(new IllegalStateException()))
                    .toCompletableFuture()
                    .get())
        .isInstanceOf(ExecutionException.class);

    assertThat(id(KEY)).isEqualTo("1");
  }

  @Test
  void one_that_wechat_does_not_know_any_more_is_made_again() throws Exception {
    id(KEY);

    assertThat(uploads.forget(List.of("another"))).isFalse();
    assertThat(uploads.forget(List.of("1"))).isTrue();
    assertThat(id(KEY)).isEqualTo("2");
  }

  private String id(Uploads.Key key) throws Exception {
    return uploads.get(key, this::upload).toCompletableFuture().get().mediaId();
  }

  private CompletionStage<UploadedMedia> upload() {
    made++;
    return completedStage(new UploadedMedia(MediaType.IMAGE, "" + made, 0));
  }
}
