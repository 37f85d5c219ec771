package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.validation.FieldError;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Behind behind;

    Refusals(
            RefusalTexts texts,
            MessageSource messages,
            Surroundings surroundings,
            RefusedForms refused,
            Behind behind) {
        this.texts = texts;
        this.messages = messages;
        this.surroundings = surroundings;
        this.refused = refused;
        this.behind = behind;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, Locale locale) {
        if (RefusalStatus.of(refused) == HttpStatus.NOT_FOUND) {
            return unknown(refused, request, locale);
        }
        return why(refused, request, locale);
    }

    private ModelAndView unknown(Refused refused, HttpServletRequest request, Locale locale) {
        return switch (behind.of(request)) {
            case UNKNOWN -> why(refused, request, locale);
            case AGAIN -> new ModelAndView("redirect:" + Behind.address(request));
            case LATER -> said(RefusalStatus.UNAVAILABLE, "behind", request, locale);
        };
    }

    private ModelAndView why(Refused refused, HttpServletRequest request, Locale locale) {
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
        // Nobody writes an address by hand: where it holds no id, there is no page.
        if (unreadable instanceof MethodArgumentTypeMismatchException part
                && part.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return said(HttpStatus.NOT_FOUND, "error.404", request, locale);
        }
        return fromItsBeginning(unreadable, request)
                .map(address -> new ModelAndView("redirect:" + address))
                .orElseGet(() -> said(HttpStatus.BAD_REQUEST, "unreadable", request, locale));
    }

    // A list asked for from a place that is none any more, or under a choice that is none, is shown from its beginning.
    private static Optional<String> fromItsBeginning(Exception unreadable, HttpServletRequest request) {
        var query = request.getQueryString();
        var wrong = wrong(unreadable);
        if (query == null || wrong.isEmpty() || !request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        var pairs = List.of(query.split("&", -1));
        var left = pairs.stream()
                .filter(pair -> !pair.split("=", 2)[0].equals(wrong.get()))
                .toList();
        return left.size() == pairs.size()
                ? Optional.empty()
                : Optional.of(request.getRequestURI() + (left.isEmpty() ? "" : "?" + String.join("&", left)));
    }

    /** The parameter of a list that cannot be read; empty where it is another. */
    private static Optional<String> wrong(Exception unreadable) {
        if (unreadable instanceof Cursor.Malformed) {
            return Optional.of("suite");
        }
        if (unreadable instanceof BindException form) {
            return form.getFieldErrors().stream().map(FieldError::getField).findFirst();
        }
        if (unreadable instanceof MethodArgumentTypeMismatchException choice) {
            return Optional.ofNullable(choice.getRequiredType())
                    .filter(Class::isEnum)
                    .map(_ -> choice.getName());
        }
        return Optional.empty();
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
