package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Malformed;
import org.maillage.projection.Cursor;
import org.maillage.web.RefusalStatus;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers what a page cannot do with a page that says so, with the status of its kind. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class Refusals {

    private final RefusalTexts texts;
    private final MessageSource messages;
    private final Surroundings surroundings;
    private final RefusedForms refused;

    Refusals(RefusalTexts texts, MessageSource messages, Surroundings surroundings, RefusedForms refused) {
        this.texts = texts;
        this.messages = messages;
        this.surroundings = surroundings;
        this.refused = refused;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, Locale locale) {
        return page(
                RefusalStatus.of(refused),
                texts.why(refused.reason(), locale),
                texts.next(refused.reason(), locale),
                request);
    }

    @ExceptionHandler
    ModelAndView unavailable(Ledger.Unavailable away, HttpServletRequest request, Locale locale) {
        return said(RefusalStatus.UNAVAILABLE, "unavailable", request, locale);
    }

    // What was typed is not of the form that the field asks for. Any other illegal argument is a fault of the program,
    // which is logged and answered as one.
    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        BindException.class,
        Malformed.class,
        Cursor.Malformed.class
    })
    ModelAndView unreadable(Exception unreadable, HttpServletRequest request, Locale locale) {
        return said(HttpStatus.BAD_REQUEST, "unreadable", request, locale);
    }

    private ModelAndView said(HttpStatus status, String what, HttpServletRequest request, Locale locale) {
        return page(
                status,
                messages.getMessage("frame." + what, null, locale),
                messages.getMessage("frame." + what + ".next", null, locale),
                request);
    }

    private ModelAndView page(HttpStatus status, String why, String next, HttpServletRequest request) {
        var page = new ModelAndView("refused");
        page.setStatus(status);
        page.addObject("why", why);
        page.addObject("next", next);
        surroundings.give(request, page::addObject);
        // What the ledger cannot store now, it can later; anything else, sent again, would be refused again.
        page.addAllObjects(refused.of(request, status == RefusalStatus.UNAVAILABLE));
        return page;
    }
}
