package io.github.wechatgateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Message;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.BeanConfigInject;
import org.apache.camel.BeanInject;
import org.apache.camel.EndpointInject;
import org.apache.camel.Produce;
import org.apache.camel.PropertyInject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code keeps to, beyond what the compiler can say. */
class ArchitectureTest {
  private static final String ROOT = "io.github.wechatgateway";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "message, ''",
    "config, ''",
    "account, config",
    "observe, message step",
    "reply, config message",
    "http, config",
    "claim, account http message observe record reply step thread wechat",
    "step, ''",
    "record, config message observe",
    "thread, ''",
    "wechat, account config observe step thread",
    "spool, ''",
    "late, account claim config message observe record reply step wechat",
    "wechat.media, config reply spool step thread wechat",
    "wechat.send, late reply step wechat wechat.media",
    "api, account config http late observe record reply spool step wechat wechat.media",
    "check, account config late sandbox.delivery sandbox.state wechat",
    "callback, account claim http message observe reply step",
    "sandbox.state, account",
    "sandbox.api, sandbox.state",
    "sandbox.delivery, account sandbox.state",
    "sandbox.edit, config",
    "sandbox.page, account config http sandbox.api sandbox.delivery sandbox.state",
    "sandbox, account config http record step sandbox.api sandbox.delivery sandbox.edit sandbox.page sandbox.state"
  })
  void packages_depend_one_way(String name, String others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(others.split(" ")))
            .map(other -> ROOT + "." + other)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Clients", "EnvelopeCipher", "Signature"})
  void what_must_stay_secret_is_compared_in_constant_time(String name) {
    classes()
        .that()
        .haveSimpleName(name)
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(MAIN);
  }

  @Test
  void signatures_app_ids_and_keys_are_compared_in_no_other_way() {
    noClasses()
        .that(
            simpleName("Signature")
                .or(simpleName("EnvelopeCipher"))
                .or(simpleName("VerifySignature"))
                .or(simpleName("OpenEnvelope"))
                .or(simpleName("EncodingAesKey"))
                .or(simpleName("Secret"))
                .or(simpleName("Clients")))
        .should()
        .callMethod(String.class, "equals", Object.class)
        .orShould()
        .callMethod(String.class, "equalsIgnoreCase", String.class)
        .orShould()
        .callMethod(String.class, "contentEquals", CharSequence.class)
        .orShould()
        .callMethod(String.class, "compareTo", String.class)
        .orShould()
        .callMethod(Objects.class, "equals", Object.class, Object.class)
        .orShould()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .check(MAIN);
  }

  @Test
  void nothing_is_written_past_the_log() {
    noClasses()
        .that(not(simpleName("Main")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(MAIN);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
  }

  @Test
  void no_thread_sleeps_but_the_one_that_ends_the_process() {
    noClasses()
        .that(not(simpleName("Leaving")))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .check(MAIN);
  }

  @Test
  void only_main_ends_the_process() {
    noClasses()
        .that(not(simpleName("Main")))
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
  }

  @Test
  void every_package_says_what_may_be_null() {
    assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
        .allSatisfy(
            each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }

  @Test
  void classes_are_named_by_what_they_are() {
    noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?").check(MAIN);
  }

  @Test
  void what_a_class_needs_comes_through_its_constructor() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    for (var annotation :
        new Class<?>[] {
          BeanInject.class,
          BeanConfigInject.class,
          EndpointInject.class,
          Produce.class,
          PropertyInject.class
        }) {
      noFields().should().beAnnotatedWith(annotation.getName()).check(MAIN);
    }
  }

  @Test
  void a_message_is_its_elements_and_nothing_else() {
    Stream<Class<?>> messages =
        MAIN.stream()
            .filter(each -> each.isRecord() && each.isAssignableTo(Message.class))
            .map(JavaClass::reflect);

    assertThat(messages)
        .isNotEmpty()
        .allSatisfy(
            message ->
                assertThat(message.getRecordComponents())
                    .extracting(RecordComponent::getType)
                    .containsExactly(Elements.class));
  }
}
