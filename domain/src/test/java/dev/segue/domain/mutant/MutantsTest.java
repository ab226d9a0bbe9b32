package dev.segue.domain.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trials of the incremental implementation detect every broken rule. */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

    private static final String TRIALS = "dev.segue.domain.proof.IncrementalTrials";

    /** Most mutants are caught within the first few of these deliveries. */
    private static final int SEEDS = 600;

    static List<Mutant> mutants() {
        return Stream.of(
                        EventMutants.ALL,
                        PresenceMutants.ALL,
                        BoundaryMutants.ALL,
                        StateMutants.ALL,
                        EmissionMutants.ALL,
                        ListeningMutants.ALL,
                        TotalsMutants.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void is_caught(Mutant mutant) throws Exception {
        assertThat(MutantLoader.objectionTo(mutant, TRIALS, SEEDS)).isNotNull();
    }

    @Test
    void nothing_is_objected_to_where_nothing_is_broken() throws Exception {
        Mutant none = new Mutant("none", "domain/session/Bounds", "final class Bounds {", "final class Bounds {");

        assertThat(MutantLoader.objectionTo(none, TRIALS, 60)).isNull();
    }
}
