package dev.segue.simulator;

import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.plan.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The hazards, as chosen on the command line: all except those left out. */
public final class HazardOptions {

    @Option(
            names = "--without",
            paramLabel = "HAZARD",
            split = ",",
            converter = Named.class,
            completionCandidates = Names.class,
            description = "Hazards to leave out, separated by commas: ${COMPLETION-CANDIDATES}.")
    private List<Hazard> leftOut = new ArrayList<>();

    /** The hazards that occur. */
    public Set<Hazard> chosen() {
        return Scenario.allHazardsBut(leftOut);
    }

    /** Parses the name of a hazard. */
    static final class Named implements ITypeConverter<Hazard> {
        @Override
        public Hazard convert(String text) {
            return Hazard.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not a hazard; expected one of " + String.join(", ", Hazard.options())));
        }
    }

    /** The names of all hazards. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(Hazard.options());
        }
    }
}
