package dev.segue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The boundaries of the modules: each rule as a sentence, with its reason and with what to do when it is broken. */
enum Rule {
    DOMAIN_STANDS_ALONE {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".domain..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                                    root + ".domain..",
                                    "java.lang",
                                    "java.lang.invoke",
                                    "java.lang.runtime",
                                    "java.util",
                                    "java.util.concurrent.atomic",
                                    "java.util.function",
                                    "java.util.stream",
                                    "java.time..")
                            .or(type(Serializable.class))
                            .or(type(BigInteger.class))
                            .or(type(Charset.class))
                            .or(type(StandardCharsets.class))
                            .or(type(Pattern.class))
                            .or(type(Matcher.class))
                            .or(type(Normalizer.class))
                            .or(type(Normalizer.Form.class))
                            .or(type(Mac.class))
                            .or(type(SecretKeySpec.class))
                            .or(type(GeneralSecurityException.class))
                            .or(DOMAINS_OWN_ARRAYS))
                    .because("the rules of listening outlive every framework; give a new dependency a port in domain"
                            + " and its adapter in an adapters module");
        }
    },

    PACKAGES_HAVE_NO_CYCLES {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("one can only read what has a beginning; move what both need to where neither is");
        }
    },

    WHAT_IS_DEPLOYED_KNOWS_NO_TOOL {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(
                            root + ".app..", root + ".domain..", root + ".adapters..", root + ".contracts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(root + ".demo..", root + ".replay..", root + ".simulator..", root + ".stack..")
                    .because(
                            "a cluster needs neither a demo nor a broker of its own; let the tool depend on what it uses,"
                                    + " and bring its command by META-INF/services");
        }
    },

    DOMAIN_ASKS_NO_ONE_BUT_ITS_CALLER {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".domain..")
                    .should()
                    .accessTargetWhere(THE_SURROUNDINGS)
                    .because("the same events must give the same sessions on every machine and at every time; let time"
                            + " come in with the event or with Clocks, and zone and locale as arguments");
        }
    },

    REFERENCE_AND_INCREMENTAL_RULE_SHARE_VALUES_ONLY {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".domain.reference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".domain.reference..")
                    .because("two implementations that share code share its mistakes; the reference is for comparison");
        }
    },

    REFERENCE_BORROWS_NO_RULE {
        @Override
        ArchRule in(String root) {
            DescribedPredicate<JavaClass> incremental =
                    resideInAnyPackage(root + ".domain.session..", root + ".domain.listening..");
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".domain.reference..")
                    .should()
                    .dependOnClassesThat(incremental.and(not(valuesOf(root))))
                    .because("a reference that borrows a rule repeats its mistakes; work it out anew, and add here only"
                            + " what is a value and decides nothing");
        }
    },

    CONTRACTS_DEPEND_ON_NOTHING_OF_OURS {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".contracts..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(root + "..").and(not(resideInAPackage(root + ".contracts.."))))
                    .because(
                            "other teams take the contracts without taking us; what uses them belongs in adapters-kafka");
        }
    },

    ADAPTERS_DO_NOT_KNOW_EACH_OTHER {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".adapters.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("each can be replaced alone; app hands one what it needs of the other");
        }
    },

    ADAPTERS_DO_NOT_KNOW_THE_APP {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".adapters..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".app..")
                    .because("app is the one place where everything meets; pass in what an adapter needs");
        }
    },

    KAFKA_AND_AVRO_STAY_OUT_OF_THE_FLINK_ADAPTER {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".adapters.flink..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.apache.avro..",
                            "org.apache.flink.connector.kafka..",
                            root + ".contracts..")
                    .because("operators speak the domain's words; reading and writing belong in adapters-kafka");
        }
    },

    FILE_FORMATS_STAY_OUT_OF_THE_APP {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".adapters.files..")
                    .because(
                            "jobs read topics, and the jar that goes to a cluster holds no formats of files; what reads them"
                                    + " belongs in replay");
        }
    },

    GUICE_STAYS_IN_THE_APP {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")
                    .because("what is wired need not know by whom; bind it in a module of app");
        }
    },

    NOTHING_INJECTED_TRAVELS {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .areAssignableTo(Serializable.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")
                    .because("Guice builds the job graph on the client, and a worker has no injector; hand the worker"
                            + " configuration and rules");
        }
    },

    SIMULATOR_KNOWS_NO_RULE {
        @Override
        ArchRule in(String root) {
            DescribedPredicate<JavaClass> rules =
                    resideInAPackage(root + ".domain..").and(not(whatIsReported(root)));
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".simulator..")
                    .should()
                    .dependOnClassesThat(rules)
                    .because(
                            "a plan that borrows a rule is wrong where the rule is; stage what listeners do, and say in"
                                    + " the simulator's own terms what must come of it");
        }
    },

    JOBS_DO_NOT_KNOW_EACH_OTHER {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".app.job.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("jobs belong to different teams and meet on topics; what two need belongs in domain, in an"
                            + " adapter or in app.config");
        }
    },

    NO_MOCKS {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..org.mockito..",
                            "..org.easymock..",
                            "..org.powermock..",
                            "..org.jmock..",
                            "..mockit..",
                            "..io.mockk..")
                    .because("a mock repeats what the test's author believes; write a small working fake, or use the"
                            + " embedded stack");
        }
    },

    PACKAGES_SAY_WHAT_THEY_ARE_FOR {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..helpers..",
                            "..manager..",
                            "..impl..")
                    .because("a name that fits everything explains nothing; name the package after the idea it holds");
        }
    };

    /** An array of primitives has no package; an array of anything else counts as that. */
    private static final DescribedPredicate<JavaClass> DOMAINS_OWN_ARRAYS =
            describe("are primitive or arrays of primitives", type -> type.getBaseComponentType()
                    .isPrimitive());

    private static final DescribedPredicate<JavaAccess<?>> THE_SURROUNDINGS = describe(
            "target is a clock, a default zone, locale or charset, randomness, the environment, a thread or IO",
            Surroundings::isAsked);

    /** What both implementations of the rules speak of: the numbers that go in, and the results that come out. */
    private static DescribedPredicate<JavaClass> valuesOf(String root) {
        Set<String> names = Stream.concat(
                        Stream.of("ListenerLimits", "Session", "SessionId", "SessionRules")
                                .map(name -> root + ".domain.session." + name),
                        Stream.of("Interruptions", "ListeningRules", "Mood", "Play", "Run", "SkipClass", "Skips")
                                .map(name -> root + ".domain.listening." + name))
                .collect(Collectors.toSet());
        return describe(
                "are values that both speak of",
                type -> names.contains(outermost(type).getName()));
    }

    /** What a client says when it reports an event, and what a job says of its work; nothing that judges an event. */
    private static DescribedPredicate<JavaClass> whatIsReported(String root) {
        Set<String> names = Stream.of(
                        Stream.of(
                                        "Content",
                                        "Detail",
                                        "Device",
                                        "EndReason",
                                        "PauseCause",
                                        "PlayContext",
                                        "PlaybackEvent")
                                .map(name -> root + ".domain.playback." + name),
                        Stream.of("Health", "JobHealth", "JobReports", "Ledger", "Sentence")
                                .map(name -> root + ".domain.accounting." + name),
                        Stream.of(root + ".domain.catalogue.TrackFacts"))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        return describe(
                "are words of a report", type -> names.contains(outermost(type).getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getBaseComponentType()
                .getEnclosingClass()
                .map(Rule::outermost)
                .orElse(type.getBaseComponentType());
    }

    /** The rule for a building whose packages begin with {@code root}; it fails where there is nothing to judge. */
    final ArchRule forBuildingAt(String root) {
        return in(root).allowEmptyShould(false);
    }

    abstract ArchRule in(String root);
}
