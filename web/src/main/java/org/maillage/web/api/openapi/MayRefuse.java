package org.maillage.web.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.maillage.ledger.Reason;

/** The refusals of the ledger that an endpoint's readers should expect; its description lists them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MayRefuse {
    Reason[] value();
}
