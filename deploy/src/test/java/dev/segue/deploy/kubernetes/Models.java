package dev.segue.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.Map;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;

/** The classes that Kubernetes' client and Flink's operator read objects into; a field they lack is refused. */
final class Models {

    private static final Map<String, Class<? extends HasMetadata>> OF_KIND = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "flink.apache.org/v1beta1 FlinkDeployment", FlinkDeployment.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "rbac.authorization.k8s.io/v1 Role", Role.class,
            "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
            "v1 Service", Service.class,
            "v1 ServiceAccount", ServiceAccount.class);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new WithoutCatchAll())
            .build();

    private Models() {}

    /**
     * Reads an object as its kind says.
     *
     * @throws JsonProcessingException when a field is unknown, or has another type
     */
    static HasMetadata read(JsonNode object) throws JsonProcessingException {
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        Class<? extends HasMetadata> type = OF_KIND.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no class is known for " + kind);
        }
        return STRICT.treeToValue(object, type);
    }

    /** The client's classes put what they do not know into a map; here it shall be an error. */
    private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
