package org.maillage.ledger.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name of an event and its version, such as {@code contribution.validated.1}; never the class's name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** context, what happened, version from 1: {@code context.what-happened.n} */
    String value();
}
