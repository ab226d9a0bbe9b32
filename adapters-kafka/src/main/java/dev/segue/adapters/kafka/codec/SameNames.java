package dev.segue.adapters.kafka.codec;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Maps a contract's enum to a domain enum with the same names. A domain constant that is missing in the contract is
 * detected when the translating class is loaded, not when the constant is first used.
 *
 * @param <A> the contract's enum, which may have an UNKNOWN that the domain lacks
 * @param <D> the domain's enum
 */
final class SameNames<A extends Enum<A>, D extends Enum<D>> {

    private final EnumMap<A, D> toDomain;
    private final EnumMap<D, A> toContract;

    /**
     * Builds the mapping.
     *
     * @param otherwise replacement for contract constants that the domain lacks
     */
    SameNames(Class<A> contract, Class<D> domain, D otherwise) {
        toDomain = new EnumMap<>(contract);
        toContract = new EnumMap<>(domain);
        Map<String, D> byName = new HashMap<>();
        for (D word : domain.getEnumConstants()) {
            byName.put(word.name(), word);
            toContract.put(word, Enum.valueOf(contract, word.name()));
        }
        for (A word : contract.getEnumConstants()) {
            toDomain.put(word, byName.getOrDefault(word.name(), otherwise));
        }
    }

    D toDomain(A word) {
        return toDomain.get(word);
    }

    A toContract(D word) {
        return toContract.get(word);
    }
}
