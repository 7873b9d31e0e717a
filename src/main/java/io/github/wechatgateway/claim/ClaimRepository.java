package io.github.wechatgateway.claim;

import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Tells Camel's {@code idempotentConsumer} what the step before it was told: whether this copy of
 * the message is the first. The claims themselves know when one ends; there is nothing to remove or
 * confirm here.
 */
public final class ClaimRepository extends ServiceSupport implements IdempotentRepository {

  @Override
  public boolean add(Exchange exchange, String key) {
    return exchange.getProperty(ClaimMessage.CLAIM, Claim.class).first();
  }

  @Override
  public boolean add(String key) {
    throw new UnsupportedOperationException("asked without an exchange");
  }

  @Override
  public boolean contains(String key) {
    return false;
  }

  @Override
  public boolean remove(String key) {
    return false;
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public void clear() {
    // the claims are not ours
  }
}
