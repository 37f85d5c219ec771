package org.maillage.ledger.event;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.SealedText;

/**
 * Makes an event of any class from its components, always the same one: with everything that can be there (full), or with
 * nothing that can be absent (least). Walked by reflection, so that a new event or field cannot be forgotten.
 */
public final class EventSamples {

    private final boolean full;
    private int count;

    private EventSamples(boolean full) {
        this.full = full;
    }

    /** Everything set: no null, no empty collection, both values in a set. */
    public static <T> T full(Class<T> type) {
        return type.cast(new EventSamples(true).value(type, "", false));
    }

    /** Nulls and empty collections wherever they may be. */
    public static <T> T least(Class<T> type) {
        return type.cast(new EventSamples(false).value(type, "", false));
    }

    private @Nullable Object component(RecordComponent component) {
        var type = component.getAnnotatedType();
        if (!full && type.isAnnotationPresent(Nullable.class)) {
            return null;
        }
        return value(type, component.getName());
    }

    private Object value(AnnotatedType type, String name) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return collection((ParameterizedType) parameterized.getType(), name);
        }
        return value((Class<?>) type.getType(), name, full);
    }

    private Object collection(ParameterizedType type, String name) {
        var parts = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return full ? List.of(element(parts[0], name), element(parts[0], name)) : List.of();
        }
        if (type.getRawType() == Set.class) {
            return full ? elements(parts[0], name) : Set.of();
        }
        if (type.getRawType() == Map.class) {
            return full ? counts((Class<?>) parts[0]) : Map.of();
        }
        throw new AssertionError("no sample of " + type);
    }

    private Object element(Type type, String name) {
        return value((Class<?>) type, name, full);
    }

    private Set<?> elements(Type type, String name) {
        return ((Class<?>) type).isEnum()
                ? Set.of(((Class<?>) type).getEnumConstants())
                : IntStream.range(0, 3).mapToObj(_ -> element(type, name)).collect(Collectors.toSet());
    }

    private Map<?, Integer> counts(Class<?> keys) {
        var counts = new LinkedHashMap<Object, Integer>();
        for (var key : Arrays.asList(keys.getEnumConstants()).reversed()) {
            counts.put(key, ++count);
        }
        return counts;
    }

    private Object value(Class<?> type, String name, boolean last) {
        count++;
        if (type == RoleWeights.class) {
            return full ? RoleWeights.halves(Role.SPREAD, Role.INVENT) : RoleWeights.all(Role.TEST);
        } else if (type == AccountId.class) {
            return full ? AccountId.of(new MemberId(uuid())) : new AccountId(AccountId.Holder.ORGANISATION, uuid());
        } else if (type == SealedText.class) {
            return new SealedText("AQE" + "sealed-text-" + count);
        } else if (type == Mailles.class) {
            return new Mailles(full ? 400L + count : 0);
        } else if (type == Quantity.class) {
            return full ? new Quantity(90, 30, 45, count) : Quantity.minutes(60);
        } else if (type == KindCode.class) {
            return new KindCode("workshop-led");
        } else if (type == InseeCode.class) {
            return new InseeCode(full ? "2A%03d".formatted(999 - count) : "51108");
        } else if (type == Commune.class) {
            return new Commune((InseeCode) value(InseeCode.class, name, last), 2025);
        } else if (type == BadgeRule.class) {
            return full ? everyRule() : new BadgeRule.Count(1, BadgeRule.Among.ALL, null);
        } else if (type == Alignment.class) {
            return new Alignment(Alignment.Framework.ESCO, "2." + count);
        } else if (type == BadgeCode.class) {
            return new BadgeCode(full ? "7KQ4M2XD" : "22222222");
        } else if (Id.class.isAssignableFrom(type)) {
            return record(type, uuid());
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[last ? type.getEnumConstants().length - 1 : 0];
        }
        return plain(type, name);
    }

    private static BadgeRule everyRule() {
        var kind = new KindCode("workshop-led");
        var among = new BadgeRule.Among(Set.of(kind), Set.of(Role.LEAD, Role.COMPANION));
        var months = BadgeRule.Window.months(12);
        var days = new BadgeRule.Window(90, BadgeRule.Window.Unit.DAYS);
        return new BadgeRule.AllOf(List.of(
                new BadgeRule.Count(12, among, months),
                new BadgeRule.Hours(1_200, among, days),
                new BadgeRule.SpreadOverMonths(3, among, months),
                new BadgeRule.ConfirmedBy(3, among, months),
                new BadgeRule.Places(2, among, months),
                new BadgeRule.Variety(4, months),
                new BadgeRule.AnyOf(List.of(
                        new BadgeRule.CompanionEndorsement(1),
                        new BadgeRule.Endorsements(3),
                        new BadgeRule.ByHand()))));
    }

    private Object plain(Class<?> type, String name) {
        if (type == String.class) {
            return text(name);
        } else if (type == UUID.class) {
            return uuid();
        } else if (type == int.class || type == Integer.class) {
            return full ? count : 1;
        } else if (type == long.class) {
            return full ? 200L + count : 0L;
        } else if (type == boolean.class) {
            return full;
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 1).plusDays(count);
        } else if (type == LocalTime.class) {
            return LocalTime.of(14, 30);
        } else if (type == Instant.class) {
            return Instant.parse("2026-02-03T04:05:06.789012Z");
        } else if (type == ZoneId.class) {
            return ZoneId.of(full ? "Pacific/Noumea" : "Europe/Paris");
        }
        throw new AssertionError("no sample of " + type);
    }

    private String text(String name) {
        return switch (name) {
            case "siret" -> "73282932000074";
            case "sha256", "match" -> "%064x".formatted(count);
            case "rounding" -> "HALF_EVEN";
            case "computation" -> "120 min × 200 / 60 = 400";
            default -> full ? name + " «é»\n\"" + count : name;
        };
    }

    private UUID uuid() {
        count++;
        return new UUID(0x0199_0000_0000_7000L | count, 0x8000_0000_0000_0000L | count);
    }

    private Object record(Class<?> type) {
        return record(
                type,
                Arrays.stream(type.getRecordComponents()).map(this::component).toArray());
    }

    private static Object record(Class<?> type, @Nullable Object... components) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }
}
