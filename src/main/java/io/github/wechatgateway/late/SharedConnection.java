package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of several threads that take messages; when it breaks, the next that asks makes
 * another.
 */
final class SharedConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedConnection.class);

  private final ConnectionFactory broker;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  SharedConnection(ConnectionFactory broker) {
    this.broker = broker;
  }

  /** Whether sessions of it work, as far as is known. */
  boolean isUp() {
    return connection != null;
  }

  /** A session with a transaction, on a connection that is started. */
  Session session() throws JMSException {
    Connection present = connected();
    try {
      return present.createSession(true, Session.SESSION_TRANSACTED);
    } catch (JMSException | RuntimeException broken) {
      drop(present); // it may have broken before it had a listener
      throw broken;
    }
  }

  private synchronized Connection connected() throws JMSException {
    Connection present = connection;
    if (present != null) {
      return present;
    }
    Connection made = broker.createConnection();
    connection = made;
    made.setExceptionListener(broken -> lost(made));
    made.start();
    if (closed) {
      drop(made);
      throw new JMSException("closed");
    }
    return made;
  }

  private void lost(Connection broken) {
    if (!closed) {
      LOG.warn("The connection to the broker is lost: nothing is sent until it is back");
    }
    drop(broken);
  }

  private void drop(Connection which) {
    if (connection == which) {
      connection = null;
    }
    try {
      which.close();
    } catch (JMSException | RuntimeException closedAnyway) {
      LOG.debug("A connection's end failed: {}", closedAnyway.toString());
    }
  }

  /** Does not wait for who is connecting. */
  @Override
  public void close() {
    closed = true;
    Connection present = connection;
    if (present != null) {
      drop(present);
    }
  }
}
