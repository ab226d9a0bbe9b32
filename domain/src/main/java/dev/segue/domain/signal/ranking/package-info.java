/** Which songs fit next: {@link dev.segue.domain.signal.ranking.Ranking} lets every policy judge every song. */
package dev.segue.domain.signal.ranking;
