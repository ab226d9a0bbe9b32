package dev.segue.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Recognises code that asks the machine, the moment or chance instead of its caller. */
final class Surroundings {

    private static final Set<String> WHOLE_TYPES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.time.Clock",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.util.Scanner",
            "java.util.SplittableRandom",
            "java.util.Random",
            "java.util.ResourceBundle",
            "java.util.ServiceLoader",
            "java.util.Timer");

    private static final Set<String> MEMBERS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.lineSeparator",
            "java.lang.System.in",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.exit",
            "java.lang.System.identityHashCode",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID");

    /** These take the locale, charset or seed of the machine when they are not given one. */
    private static final Set<String> UNPROMPTED = Set.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.util.Collections.shuffle(java.util.List)",
            "java.util.Date.<init>()",
            "java.util.Formatter.<init>()");

    private Surroundings() {}

    static boolean isAsked(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        String member = owner + "." + target.getName();
        return WHOLE_TYPES.contains(owner)
                || MEMBERS.contains(member)
                || (owner.startsWith("java.time.") && target.getName().equals("now"))
                || (target instanceof AccessTarget.CodeUnitAccessTarget call
                        && UNPROMPTED.contains(member + parameters(call)));
    }

    private static String parameters(AccessTarget.CodeUnitAccessTarget call) {
        List<String> names =
                call.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return "(" + String.join(", ", names) + ")";
    }
}
