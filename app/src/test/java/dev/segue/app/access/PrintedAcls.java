package dev.segue.app.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** Reads {@code kafka-acls} commands as that tool does. */
final class PrintedAcls {

    private static final Pattern OPTION = Pattern.compile("--(\\S+)(?: (?!--)(\\S+))?");

    private PrintedAcls() {}

    /** The ACLs that these lines would create; comments are skipped. */
    static List<AclBinding> in(String text) {
        List<AclBinding> acls = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> acls.addAll(inLine(line)));
        return acls;
    }

    private static List<AclBinding> inLine(String line) {
        String principal = null;
        PatternType pattern = PatternType.LITERAL;
        List<AclOperation> operations = new ArrayList<>();
        List<ResourceType> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher option = OPTION.matcher(line);
        while (option.find()) {
            String value = option.group(2);
            switch (option.group(1)) {
                case "allow-principal" -> principal = value;
                case "operation" -> operations.add(SecurityUtils.operation(value));
                case "resource-pattern-type" -> pattern = PatternType.valueOf(value.toUpperCase(Locale.ROOT));
                case "topic", "group", "transactional-id" -> {
                    types.add(ResourceType.fromString(option.group(1).replace('-', '_')));
                    names.add(value);
                }
                case "bootstrap-server", "add" -> {}
                default -> throw new IllegalArgumentException("kafka-acls has no option " + option.group());
            }
        }
        List<AclBinding> acls = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (AclOperation operation : operations) {
                acls.add(new AclBinding(
                        new ResourcePattern(types.get(i), names.get(i), pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return acls;
    }
}
