package org.maillage.web.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint reads a body in parts, {@code multipart/form-data}: the components of a record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Parts {

    /** The record. */
    Class<? extends Record> value();
}
