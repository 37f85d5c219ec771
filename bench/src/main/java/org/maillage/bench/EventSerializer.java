package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;

/** Gives Axon's own engine the same bytes that our journal stores; it only writes. */
final class EventSerializer implements Serializer {

    private static final byte[] NOTHING = "{}".getBytes(UTF_8);

    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        var bytes = object instanceof LedgerEvent event ? EventJson.write(event) : NOTHING;
        return new SimpleSerializedObject<>(
                representation.cast(bytes), representation, typeForClass(object == null ? null : object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation.equals(byte[].class);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon has it
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        throw new UnsupportedOperationException("nothing is read");
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon has it
    public Class classForType(SerializedType type) {
        throw new UnsupportedOperationException("nothing is read");
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon has it
    public SerializedType typeForClass(@Nullable Class type) {
        return new SimpleSerializedType(type == null ? "nothing" : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
