package io.github.wechatgateway.check;

import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.io.IOException;

/** Asks the gateway that runs, if one does, whether it knows an account and its Token. */
public final class RunningCheck {
  private final Address callbacks;

  public RunningCheck(Address callbacks) {
    this.callbacks = callbacks;
  }

  public Check of(OfficialAccount account) {
    return new Check(
        "running gateway, account " + account.name(), () -> ask(account), "look at its log");
  }

  private Finding ask(OfficialAccount account) throws InterruptedException {
    String where = callbacks.uri() + "/wechat/" + account.name();
    if (!callbacks.isServed()) {
      return Finding.ok("none listens at " + callbacks.uri());
    }
    try {
      return switch (new Door(callbacks.uri()).ask(account)) {
        case ECHO -> Finding.ok(where + " takes a URL check that is signed with the Token");
        case FORBIDDEN ->
            Finding.problem(
                where + " refuses a URL check that is signed with the Token (403)",
                "start that gateway again if the Token was changed since; else compare the settings that it was started with, and the clock");
        case NOT_FOUND ->
            Finding.problem(
                where + " does not know the account (404)",
                "start that gateway again if the account was added since; else another program has the port of camel.server.port");
        case OTHER -> stranger(where);
      };
    } catch (IOException noHttp) {
      return stranger(where);
    }
  }

  private static Finding stranger(String where) {
    return Finding.problem(
        where + " answers as no gateway does",
        "look which program has the port, or set another: camel.server.port");
  }
}
