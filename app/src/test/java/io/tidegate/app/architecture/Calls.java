package io.tidegate.app.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.regex.Pattern;

/// Patterns over `owner.member` of what code calls or refers to; constructors are `owner.<init>`.
final class Calls {
    static final Pattern ENDING = Pattern.compile("java\\.lang\\.(System|Runtime)\\.(exit|halt)");

    /// Time that is not an argument.
    static final Pattern CLOCKS = Pattern.compile(
            "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)|java\\.time\\..*\\.(now|system\\w*|tick\\w*)");

    /// Chance that is not an argument: with or without a seed, its place is the edge.
    static final Pattern CHANCE = Pattern.compile("java\\.util\\.(Random|SplittableRandom|UUID\\.randomUUID).*"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom.*|java\\.util\\.random\\..*|java\\.security\\.SecureRandom.*"
            + "|java\\.lang\\.Math\\.random|java\\.lang\\.System\\.identityHashCode");

    static final Pattern THREADS = Pattern.compile(
            "java\\.lang\\.(Thread\\w*|Process\\w*|Runtime)(\\$\\w+)*\\..*|java\\.util\\.(concurrent\\..*|Timer\\b.*)");

    static final Pattern SOCKETS = Pattern.compile(
            "java\\.net\\.(\\w*Socket\\w*|URL|URLConnection|InetAddress)\\..*|java\\.net\\.http\\..*|java\\.nio\\.channels\\..*");

    static final Pattern FILES = Pattern.compile("java\\.nio\\.file\\..*|java\\.io\\.(File|RandomAccess)\\w*\\..*");

    static final Pattern ENVIRONMENT =
            Pattern.compile("java\\.lang\\.System\\.(getenv|getProperty|getProperties|setProperty)"
                    + "|java\\.lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)");

    /// Iterates in another order from one run, or one rebuilt copy, to the next. Agrona's hash maps may be looked
    /// up in, but not walked through.
    static final Pattern HASH_ORDER = Pattern.compile(
            "java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable)\\..*"
                    + "|java\\.util\\.(Set|Map)\\.(of|ofEntries|copyOf)"
                    + "|java\\.util\\.stream\\.Collectors\\.(toSet|toMap|toUnmodifiableSet|toUnmodifiableMap|groupingBy|partitioningBy)"
                    + "|org\\.agrona\\.collections\\.\\w*(HashMap|HashSet|Int2IntCounterMap|LruCache)"
                    + "\\.(iterator|forEach\\w*|\\w+ForEach|keySet|values|entrySet|stream|removeIf\\w*|retainAll|toString|toArray)");

    private Calls() {}

    /// A rule that no class in `where`, save those in `save`, calls or refers to what the pattern matches.
    static ArchRule never(String where, String save, Pattern banned) {
        var matches = DescribedPredicate.<JavaAccess<?>>describe(
                "it is " + banned,
                access -> banned.matcher(access.getTargetOwner().getFullName() + "."
                                + access.getTarget().getName())
                        .matches());
        return classes()
                .that()
                .resideInAPackage(where)
                .and()
                .resideOutsideOfPackage(save)
                .should(ArchConditions.never(accessTargetWhere(matches)))
                .allowEmptyShould(true);
    }
}
