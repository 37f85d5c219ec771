package org.maillage.ledger.event;

import java.lang.reflect.Constructor;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Reads a record by the places of its components. Jackson's own way looks each name up twice, keeps books of what may
 * still come, and finds out anew each time how to hand over a list of arguments.
 */
final class RecordDeserializers extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier described, ValueDeserializer<?> found) {
        return found instanceof BeanDeserializer bean
                        && bean.handledType().isRecord()
                        && bean.getValueInstantiator().getWithArgsCreator() instanceof AnnotatedConstructor creator
                ? new OfRecord(bean, creator.getAnnotated(), config)
                : found;
    }

    /** The components are those that Jackson finds, each with its own deserializer and its own refusal of null. */
    private static final class OfRecord extends BeanDeserializer {

        private final Constructor<?> constructor;
        private final PropertyNameMatcher names;
        /** As the constructor takes them, which is as the names are numbered. */
        private final SettableBeanProperty[] components;

        OfRecord(BeanDeserializer found, Constructor<?> constructor, DeserializationConfig config) {
            super(found);
            this.constructor = constructor;
            components =
                    found.getValueInstantiator().getFromObjectArguments(config).clone();
            names = BinaryNameMatcher.constructFrom(List.of(components), false);
        }

        @Override
        public void resolve(DeserializationContext context) {
            super.resolve(context);
            for (var component : _propertyBasedCreator.properties()) {
                components[component.getCreatorIndex()] = component;
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return json.isExpectedStartObjectToken()
                    ? read(json, context, json.nextNameMatch(names))
                    : super.deserialize(json, context);
        }

        /** Where a name is read already, since that of a type stood before it. */
        @Override
        protected Object _deserializeUsingPropertyBased(JsonParser json, DeserializationContext context) {
            return read(json, context, json.currentNameMatch(names));
        }

        private Object read(JsonParser json, DeserializationContext context, int first) {
            var values = new Object[components.length];
            int match = first;
            for (; match >= 0; match = json.nextNameMatch(names)) {
                json.nextToken();
                try {
                    values[match] = components[match].deserialize(json, context);
                } catch (RuntimeException e) {
                    throw wrapAndThrow(e, handledType(), components[match].getName(), context);
                }
            }
            if (match == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                handleUnknownProperty(json, context, handledType(), json.currentName());
            }
            if (match != PropertyNameMatcher.MATCH_END_OBJECT) {
                context.reportWrongTokenException(this, JsonToken.END_OBJECT, "neither a name nor the end");
            }
            for (int i = 0; i < values.length; i++) {
                // What is required has refused the JSON null above.
                if (values[i] == null && components[i].isRequired()) {
                    context.reportInputMismatch(components[i], "'%s' is missing", components[i].getName());
                }
            }
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return wrapInstantiationProblem(context, e);
            }
        }
    }
}
