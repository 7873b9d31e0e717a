package io.github.wechatgateway.late;

import jakarta.jms.JMSException;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Makes the queues that an Artemis elsewhere does not have. */
record MissingQueues(ActiveMQConnectionFactory broker, List<QueueConfiguration> queues)
    implements PreparedConnections.Preparation {

  MissingQueues(ActiveMQConnectionFactory broker, int maxKept, int maxDead) {
    this(broker, Queues.all(maxKept, maxDead).toList());
  }

  @Override
  public void prepare() throws JMSException {
    try (ActiveMQConnection connection = (ActiveMQConnection) broker.createConnection()) {
      for (QueueConfiguration queue : queues) {
        make(queue, connection.getInitialSession());
      }
    }
  }

  private static void make(QueueConfiguration queue, ClientSession session) throws JMSException {
    try {
      if (!session.queueQuery(queue.getName()).isExists()) {
        session.createQueue(queue);
      }
    } catch (ActiveMQException refused) {
      JMSException lacking =
          new JMSException(
              "The broker has no queue %s and does not let one be made, %s (expected in its broker.xml: %s, or the right createDurableQueue for this user)"
                  .formatted(queue.getName(), refused.getType(), xml(queue)));
      lacking.initCause(refused);
      throw lacking;
    }
  }

  /** What stands below {@code <addresses>}. */
  private static String xml(QueueConfiguration queue) {
    String exclusive = Boolean.TRUE.equals(queue.isExclusive()) ? " exclusive=\"true\"" : "";
    String ring =
        queue.getRingSize() == null ? "" : " ring-size=\"%d\"".formatted(queue.getRingSize());
    return "<address name=\"%1$s\"><anycast><queue name=\"%1$s\"%2$s%3$s/></anycast></address>"
        .formatted(queue.getName(), exclusive, ring);
  }
}
