package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;

/** Connections to a broker of which something has to be true first. */
record PreparedConnections(Preparation preparation, ConnectionFactory broker)
    implements ConnectionFactory {

  /** Goes before each connection. */
  interface Preparation {
    void prepare() throws JMSException;
  }

  @Override
  public Connection createConnection() throws JMSException {
    preparation.prepare();
    return broker.createConnection();
  }

  @Override
  public Connection createConnection(String user, String password) throws JMSException {
    preparation.prepare();
    return broker.createConnection(user, password);
  }

  @Override
  public JMSContext createContext() {
    prepareContext();
    return broker.createContext();
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    prepareContext();
    return broker.createContext(sessionMode);
  }

  @Override
  public JMSContext createContext(String user, String password) {
    prepareContext();
    return broker.createContext(user, password);
  }

  @Override
  public JMSContext createContext(String user, String password, int sessionMode) {
    prepareContext();
    return broker.createContext(user, password, sessionMode);
  }

  private void prepareContext() {
    try {
      preparation.prepare();
    } catch (JMSException unprepared) {
      throw new JMSRuntimeException(unprepared.getMessage(), unprepared.getErrorCode(), unprepared);
    }
  }
}
