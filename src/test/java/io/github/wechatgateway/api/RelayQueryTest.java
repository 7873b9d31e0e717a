package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayQueryTest {

  @ParameterizedTest
  @CsvSource({
    "openid=o1&lang=zh_CN, openid=o1&lang=zh_CN",
    "'a=1&a=2&b', 'a=1&a=2&b='",
    "'q=%E6%82%A8+%26%3D&', 'q=%E6%82%A8+%26%3D'",
    "'a=1;access_token=t', 'a=1%3Baccess_token%3Dt'",
    "'a=access_token', 'a=access_token'",
    "'a==', 'a=%3D'",
    "'', ''",
  })
  void parameters_go_on_as_they_are(String query, String written) throws ApiProblem {
    assertThat(RelayQuery.of(query)).isEqualTo(written);
  }

  @Test
  void a_call_without_a_query_has_none() throws ApiProblem {
    assertThat(RelayQuery.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=t",
        "ACCESS_TOKEN=t",
        "Access_Token",
        "access%5Ftoken=t",
        "%61ccess_token=t",
        "%2561ccess_token=t",
        "access%25255ftoken=t",
        "access%2525255ftoken=t",
        "access.token=t",
        "access-token=t",
        "access_token[]=t",
        "access_token%00=t",
        "+access_token+=t",
        "%20access_token=t",
        "access_token=t&access_token=u",
        "access_token=t=u",
      })
  void an_access_token_of_the_callers_does_not_however_it_is_written(String query)
      throws ApiProblem {
    assertThat(RelayQuery.of(query)).isEmpty();
    assertThat(RelayQuery.of("a=1&" + query + "&b=2")).isEqualTo("a=1&b=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%=1",
        "a=%",
        "a=%zz",
        "a;access_token=t",
        "a%26access_token=t",
        "=t",
        "a b=1",
        "access%252525255ftoken=t",
        "a%252525252541=1",
        "a[]=1"
      })
  void what_can_be_read_in_two_ways_is_refused(String query) {
    assertThatThrownBy(() -> RelayQuery.of(query)).isInstanceOf(ApiProblem.class);
  }
}
