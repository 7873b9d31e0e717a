package io.github.wechatgateway.sandbox.state;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.TestPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MediaStoreTest {
  private final MovableClock clock = TestPlatform.clock();
  private final MediaStore media = new MediaStore(10_000, clock);

  @Test
  void a_file_is_its_accounts() {
    StoredMedia stored = put(3);

    assertThat(stored.mediaId()).hasSize(64);
    assertThat(stored.fileName()).isEqualTo(stored.mediaId() + ".jpg");
    assertThat(stored.createdAt()).isEqualTo(TestPlatform.START);
    assertThat(media.find(SHOP, stored.mediaId())).containsSame(stored);
    assertThat(media.find(CLUB, stored.mediaId())).isEmpty();
    assertThat(media.file(stored.mediaId())).containsSame(stored);
  }

  @Test
  void nobody_changes_the_bytes_that_it_has() {
    byte[] bytes = {1, 2, 3};
    var stored = media.put(SHOP, MediaType.IMAGE, MediaFormat.PNG, bytes);

    bytes[0] = 9;
    stored.bytes()[1] = 9;

    assertThat(stored.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void a_file_is_kept_for_three_days() {
    String id = put(3).mediaId();

    clock.advance(Duration.ofDays(3).minusSeconds(1));
    assertThat(media.file(id)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(media.file(id)).isEmpty();
  }

  @Test
  void the_oldest_files_make_room() {
    String first = put(3000).mediaId();
    String second = put(3000).mediaId();
    String third = put(3000).mediaId();

    assertThat(media.file(first)).isEmpty();
    assertThat(media.file(second)).isPresent();
    assertThat(media.file(third)).isPresent();
  }

  @Test
  void many_empty_files_are_bounded_too() {
    String first = put(0).mediaId();
    for (int i = 0; i < 9; i++) {
      put(0);
    }

    assertThat(media.file(first)).isEmpty();
  }

  @Test
  void a_file_larger_than_all_the_room_is_not_kept() {
    String small = put(3).mediaId();
    String large = put(10_000).mediaId();

    assertThat(media.file(small)).isEmpty();
    assertThat(media.file(large)).isEmpty();
    assertThat(media.file(put(3).mediaId())).isPresent();
  }

  private StoredMedia put(int bytes) {
    return media.put(SHOP, MediaType.IMAGE, MediaFormat.JPEG, new byte[bytes]);
  }
}
