package io.github.wechatgateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a class logs during a test, at INFO and above; the log file gets it as well. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AbstractAppender appender;

  public LogLines(Class<?> of) {
    appender =
        new AbstractAppender("lines of " + of.getName(), null, null, true, Property.EMPTY_ARRAY) {
          @Override
          public void append(LogEvent event) {
            if (event.getLoggerName().equals(of.getName())) {
              lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
            }
          }
        };
  }

  /** The lines so far, each with its level before it. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    lines.clear();
    appender.start();
    root().addAppender(appender, Level.INFO, null);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    root().removeAppender(appender.getName());
    appender.stop();
  }

  private static LoggerConfig root() {
    return LoggerContext.getContext(false).getConfiguration().getRootLogger();
  }
}
