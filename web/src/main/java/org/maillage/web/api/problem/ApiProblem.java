package org.maillage.web.api.problem;

import java.util.List;
import java.util.Map;
import org.maillage.web.api.json.FieldFault;

/** A request is refused before the ledger is asked; nothing was stored. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<FieldFault> faults;
    private final transient Map<String, String> details;

    public ApiProblem(Fault fault) {
        this(fault, List.of(), Map.of());
    }

    /**
     * @param faults each field that is wrong
     * @param details figures and ids, by name; no personal text
     */
    public ApiProblem(Fault fault, List<FieldFault> faults, Map<String, String> details) {
        super(fault.code() + " " + faults + " " + details, null, false, false);
        this.fault = fault;
        this.faults = List.copyOf(faults);
        this.details = Map.copyOf(details);
    }

    /** One field is wrong. */
    public static ApiProblem invalid(FieldFault fault) {
        return new ApiProblem(Fault.INVALID_REQUEST, List.of(fault), Map.of());
    }

    public Fault fault() {
        return fault;
    }

    public List<FieldFault> faults() {
        return faults;
    }

    public Map<String, String> details() {
        return details;
    }
}
