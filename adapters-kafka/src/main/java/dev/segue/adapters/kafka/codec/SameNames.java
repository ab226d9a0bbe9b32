package dev.segue.adapters.kafka.codec;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs the words of a contract with the words of the domain, which have the same names. A domain word that the contract
 * lacks is found out when the class that translates is loaded, not when the word is first used.
 *
 * @param <A> the contract's enum, which may have an UNKNOWN that the domain has not
 * @param <D> the domain's enum
 */
final class SameNames<A extends Enum<A>, D extends Enum<D>> {

    private final EnumMap<A, D> toDomain;
    private final EnumMap<D, A> toContract;

    /**
     * Pairs them.
     *
     * @param otherwise what a contract's word that the domain has not stands for
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
