package org.maillage.ledger.event;

import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Makes records by their constructors as they are. Jackson's own call finds out anew each time how to hand over a list of
 * arguments, which was a tenth of reading an event.
 */
final class RecordInstantiators extends SimpleValueInstantiators {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier described, ValueInstantiator found) {
        return found.getClass() == StdValueInstantiator.class
                        && found.getValueClass().isRecord()
                        && found.getWithArgsCreator() instanceof AnnotatedConstructor creator
                ? new OfRecord((StdValueInstantiator) found, creator.getAnnotated())
                : found;
    }

    private static final class OfRecord extends StdValueInstantiator {

        private final Constructor<?> constructor;

        OfRecord(StdValueInstantiator found, Constructor<?> constructor) {
            super(found);
            this.constructor = constructor;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
