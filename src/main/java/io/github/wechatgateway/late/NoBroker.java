package io.github.wechatgateway.late;

import jakarta.jms.JMSException;

/**
 * There is no broker, and there will be none: the gateway only looks at its settings and routes.
 */
final class NoBroker extends JMSException {
  private static final long serialVersionUID = 1;

  NoBroker() {
    super("there is no broker");
  }
}
