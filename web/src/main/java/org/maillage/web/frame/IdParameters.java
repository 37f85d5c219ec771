package org.maillage.web.frame;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Malformed;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads ids in queries and forms. A list of choices sends an empty text for «all»: that is no id rather than a bad one. */
@Configuration(proxyBeanMethods = false)
class IdParameters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Reading());
    }

    private static final class Reading implements ConverterFactory<String, Id> {

        @Override
        public <T extends Id> Converter<String, @Nullable T> getConverter(Class<T> type) {
            var reader = reader(type);
            return text -> text.isEmpty() ? null : read(reader, type, text);
        }

        private static Method reader(Class<?> type) {
            try {
                return type.getMethod("of", String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " is read by no method of()", e);
            }
        }

        private static <T extends Id> T read(Method reader, Class<T> type, String text) {
            try {
                return type.cast(reader.invoke(null, text));
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new Malformed("not an id");
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
