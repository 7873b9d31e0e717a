package io.github.wechatgateway;

import io.github.wechatgateway.check.BrokerCheck;
import io.github.wechatgateway.check.CallbackCheck;
import io.github.wechatgateway.check.Check;
import io.github.wechatgateway.check.ClockCheck;
import io.github.wechatgateway.check.FolderCheck;
import io.github.wechatgateway.check.HostCheck;
import io.github.wechatgateway.check.RunningCheck;
import io.github.wechatgateway.check.TokenCheck;
import io.github.wechatgateway.late.LateSettings;
import io.github.wechatgateway.wechat.HostTrial;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} finds out once settings and routes are right. */
final class LiveChecks {
  private LiveChecks() {}

  /** All of it, for a gateway that is tried. */
  static List<Check> of(Parts parts) {
    List<Check> checks = new ArrayList<>();
    List<URI> hosts = parts.api().hosts(); // the stand-in of the sandbox is none
    HostTrial trial = new HostTrial(parts.api(), parts.limits().wechat());
    ClockCheck clock = new ClockCheck(trial, Clock.systemUTC(), parts.limits().maxAge());
    hosts.stream().limit(1).map(clock::of).forEach(checks::add);
    LateSettings late = parts.limits().late();
    checks.add(FolderCheck.of(parts.limits().media().spool(), "set wechat.media.spool"));
    if (late.url().isEmpty()) {
      checks.add(FolderCheck.of(late.folder(), "set wechat.queue.folder"));
    }
    checks.add(
        new BrokerCheck(late.url(), late.folder(), late.callTime(), parts.callbacks()).check());
    HostCheck host = new HostCheck(trial);
    hosts.stream().map(host::of).forEach(checks::add);
    TokenCheck token = new TokenCheck(parts.wechat().trial());
    parts.accounts().all().stream().map(token::of).forEach(checks::add);
    int accounts = parts.official().size();
    CallbackCheck callback = new CallbackCheck(parts.vertx(), parts.door(), accounts);
    RunningCheck running = new RunningCheck(parts.callbacks());
    parts.official().stream().map(callback::of).forEach(checks::add);
    parts.official().stream().map(running::of).forEach(checks::add);
    return checks;
  }
}
