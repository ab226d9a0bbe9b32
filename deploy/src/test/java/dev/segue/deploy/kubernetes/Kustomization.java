package dev.segue.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Kustomize makes of a directory, as far as our manifests ask for it: resources, merge patches on
 * {@code FlinkDeployment}s, images, and generated ConfigMaps. Refuses whatever it does not know, so that nothing is
 * passed over.
 *
 * @param objects the manifests, patched
 * @param configMaps the entries of each generated ConfigMap: literals as they are, files as their content
 * @param references where objects name generated ConfigMaps, beyond the places that Kustomize knows itself
 */
record Kustomization(List<JsonNode> objects, Map<String, Map<String, String>> configMaps, Set<String> references) {

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "labels",
            "resources",
            "patches",
            "images",
            "configMapGenerator",
            "configurations");

    static Kustomization of(Path directory) throws IOException {
        JsonNode file = Yaml.document(directory.resolve("kustomization.yaml"));
        file.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException(
                        directory + "/kustomization.yaml has " + key + ", which this test does not know; teach it");
            }
        });
        List<JsonNode> objects = new ArrayList<>();
        Map<String, Map<String, String>> configMaps = new LinkedHashMap<>();
        Set<String> references = new TreeSet<>();
        for (JsonNode resource : file.path("resources")) {
            Path path = directory.resolve(resource.textValue());
            if (Files.isDirectory(path)) {
                Kustomization base = of(path);
                objects.addAll(base.objects);
                configMaps.putAll(base.configMaps);
                references.addAll(base.references);
            } else {
                objects.addAll(Yaml.documents(path));
            }
        }
        for (JsonNode patch : file.path("patches")) {
            patch(
                    objects,
                    patch.get("target"),
                    Yaml.document(directory.resolve(patch.get("path").textValue())));
        }
        for (JsonNode image : file.path("images")) {
            rename(objects, image);
        }
        for (JsonNode generator : file.path("configMapGenerator")) {
            generate(configMaps, generator, directory);
        }
        for (JsonNode configuration : file.path("configurations")) {
            Yaml.document(directory.resolve(configuration.textValue()))
                    .path("nameReference")
                    .forEach(reference -> reference
                            .path("fieldSpecs")
                            .forEach(field -> references.add(field.get("kind").textValue() + " "
                                    + field.get("path").textValue())));
        }
        return new Kustomization(objects, configMaps, references);
    }

    /** The objects of one kind. */
    List<JsonNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    private static void patch(List<JsonNode> objects, JsonNode target, JsonNode patch) {
        String kind = target.get("kind").textValue();
        String name = target.path("name").asText(null);
        if (!kind.equals("FlinkDeployment")) {
            throw new IllegalArgumentException("Kustomize merges lists of a " + kind + " by rules of their own");
        }
        List<JsonNode> targets = objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .filter(object -> name == null || name.equals(nameOf(object)))
                .toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no " + kind + " is called " + name);
        }
        ObjectNode change = patch.deepCopy();
        change.remove("metadata");
        targets.forEach(object -> merge((ObjectNode) object, change));
    }

    /** As Kustomize patches an object whose schema it does not know: by RFC 7386. */
    private static void merge(ObjectNode into, JsonNode change) {
        change.properties().forEach(field -> {
            JsonNode there = into.get(field.getKey());
            if (field.getValue().isNull()) {
                into.remove(field.getKey());
            } else if (field.getValue().isObject() && there instanceof ObjectNode object) {
                merge(object, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    private static void rename(List<JsonNode> objects, JsonNode image) {
        String name = image.get("name").textValue();
        int renamed = 0;
        for (JsonNode object : objects) {
            for (JsonNode container :
                    object.path("spec").path("template").path("spec").path("containers")) {
                String[] parts = container.path("image").asText().split(":", 2);
                if (parts[0].equals(name)) {
                    ((ObjectNode) container).put("image", image.get("newName").textValue() + ":" + parts[1]);
                    renamed++;
                }
            }
        }
        if (renamed == 0) {
            throw new IllegalArgumentException("no container has the image " + name);
        }
    }

    private static void generate(Map<String, Map<String, String>> configMaps, JsonNode generator, Path directory)
            throws IOException {
        String name = generator.get("name").textValue();
        boolean merged = generator.path("behavior").asText("create").equals("merge");
        if (merged != configMaps.containsKey(name)) {
            throw new IllegalArgumentException(
                    merged ? "no ConfigMap " + name + " to merge into" : name + " is generated twice");
        }
        Map<String, String> entries = configMaps.computeIfAbsent(name, any -> new LinkedHashMap<>());
        for (JsonNode literal : generator.path("literals")) {
            String[] parts = literal.textValue().split("=", 2);
            entries.put(parts[0], parts[1]);
        }
        for (JsonNode file : generator.path("files")) {
            Path path = directory.resolve(file.textValue());
            entries.put(path.getFileName().toString(), Files.readString(path));
        }
    }

    static String nameOf(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }
}
