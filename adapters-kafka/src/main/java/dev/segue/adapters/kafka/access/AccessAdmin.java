package dev.segue.adapters.kafka.access;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** Checks and grants rights on a cluster. Its methods return an explanation when something is wrong. */
public final class AccessAdmin {

    private final KafkaCluster cluster;

    public AccessAdmin(KafkaCluster cluster) {
        this.cluster = cluster;
    }

    /** Why the user cannot commit offsets to a group; empty when it can. Nothing is written. */
    public Optional<String> objectionToGroup(String group) throws InterruptedException {
        try (Admin admin = admin()) {
            Set<AclOperation> allowed = admin.describeConsumerGroups(
                            List.of(group), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                    .describedGroups()
                    .get(group)
                    .get()
                    .authorizedOperations();
            return allowed == null || allowed.contains(AclOperation.READ) ? Optional.empty() : refused(group);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            return e.getCause() instanceof GroupAuthorizationException
                    ? refused(group)
                    : Optional.of(unclear("be asked about consumer group " + group, e.getCause()));
        } catch (KafkaException e) {
            return Optional.of(unclear("be asked about consumer group " + group, e));
        }
    }

    /** Creates ACLs; those that exist stay. Returns why that failed; empty when it did not. */
    public Optional<String> grant(Collection<AclBinding> acls) throws InterruptedException {
        try (Admin admin = admin()) {
            admin.createAcls(acls).all().get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof SecurityDisabledException
                            ? "Kafka at " + cluster.bootstrapServers() + " enforces no ACLs: it has no"
                                    + " authorizer.class.name, so every user may do everything."
                            : unclear("create ACLs", e.getCause()));
        } catch (KafkaException e) {
            return Optional.of(unclear("create ACLs", e));
        }
    }

    private Optional<String> refused(String group) {
        return Optional.of(KafkaTrouble.mayNot(cluster, "Read on group " + group));
    }

    private String unclear(String what, Throwable cause) {
        return KafkaTrouble.inWords(
                cluster,
                cause,
                message -> "Kafka at " + cluster.bootstrapServers() + " cannot " + what + ": " + message);
    }

    private Admin admin() {
        return Admin.create(new TopicAdmin(cluster).clientProperties());
    }
}
