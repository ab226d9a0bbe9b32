package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicUse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;

/**
 * Looks for a running job with the same transactional ids as these sinks would use. An open transaction proves nothing:
 * a job that crashed leaves some. But only a running job opens another one, under the id of its next checkpoint. So
 * this returns at once when no transaction is open, and otherwise watches for a while.
 */
final class RunningNamesake {

    private static final long LOOK_EVERY_MS = 200;

    private final Sinks sinks;
    private final Pattern ids;

    RunningNamesake(Sinks sinks, TopicUse topics) {
        this.sinks = sinks;
        String names = Stream.concat(
                        Stream.of(Sinks.CHANGES), topics.writes().stream().map(Topic::key))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // The name of a sink, so that job "a" is not taken for job "a-b"; then subtask and checkpoint.
        this.ids = Pattern.compile(Pattern.quote(Sinks.transactionsOf(sinks.job())) + "(" + names + ")-\\d+-\\d+");
    }

    /** Its sign of life, as an explanation; empty when there is none, or Kafka does not answer. */
    Optional<String> signOfLife(Duration watch) throws InterruptedException {
        try (Admin admin = Admin.create(new TopicAdmin(sinks.cluster()).clientProperties())) {
            Set<String> leftOver = open(admin);
            long end = System.nanoTime() + watch.toNanos();
            while (!leftOver.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY_MS);
                Set<String> more = new HashSet<>(open(admin));
                more.removeAll(leftOver);
                if (!more.isEmpty()) {
                    return Optional.of("A job named " + sinks.job() + " is running already: it has just opened"
                            + " transaction " + more.iterator().next() + ". Two jobs with one name would abort each"
                            + " other's transactions. Stop it first, or give this one another job.name.");
                }
            }
            return Optional.empty();
        } catch (ExecutionException | KafkaException e) {
            return Optional.empty();
        }
    }

    private Set<String> open(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> ids.matcher(id).matches())
                .collect(Collectors.toSet());
    }
}
