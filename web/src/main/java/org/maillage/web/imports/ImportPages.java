package org.maillage.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports of contributions: sending a file, following it, stopping it, taking back what was refused. */
@Controller
@RequestMapping("/administration/imports")
class ImportPages {

    private static final int LONGEST_NAME = 80;

    /** The choice of a mapping that is sent with the file. */
    private static final String OWN = "own";

    private final Imports imports;
    private final ImportTexts texts;
    private final RefusalTexts refusals;
    private final SignIns signIns;
    private final ObjectProvider<Projections> views;

    ImportPages(
            Imports imports,
            ImportTexts texts,
            RefusalTexts refusals,
            SignIns signIns,
            ObjectProvider<Projections> views) {
        this.imports = imports;
        this.texts = texts;
        this.refusals = refusals;
        this.signIns = signIns;
        this.views = views;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return list(Typed.NOTHING, Map.of(), model, locale);
    }

    /** What somebody typed, shown again where it was refused; files must be chosen again. */
    record Typed(String mapping, String network, String name, String letter) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    private String list(Typed typed, Map<String, String> errors, Model model, Locale locale) {
        model.addAttribute("current", "administration");
        model.addAttribute("key", Id.nextUuid());
        model.addAttribute("mappings", mappings(locale));
        model.addAttribute("networks", networkChoices(locale));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "jobs",
                imports.newest().stream()
                        .map(job -> ImportSheet.of(job, imports, texts, networkName(job), null, locale))
                        .toList());
        return "imports/imports";
    }

    @PostMapping
    String start(
            @RequestParam String key,
            @RequestParam MultipartFile file,
            @RequestParam String mapping,
            @RequestParam MultipartFile mappingFile,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String letter,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        var form = new Form();
        var fileName = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        chosen(fileName, mapping, mappingFile, form, locale);
        if (network.isEmpty()) {
            form.text("name", name, LONGEST_NAME, refusals.ofText("imports.name.missing", LONGEST_NAME, locale));
        }
        var to = writeTo(letter, viewer, form, locale);
        try (var bytes = file.getInputStream()) {
            if (form.isRead()) {
                var into = network.isEmpty()
                        ? new Imports.Into(null, name)
                        : new Imports.Into(NetworkId.of(network), null);
                var json = chosen(mapping, mappingFile);
                var job = imports.start(viewer.person(), key, into, json, fileName, bytes, to);
                return "redirect:/administration/imports/" + job.id();
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } catch (NameTaken taken) {
            form.fault("name", texts.say("imports.name.taken.choose", locale, taken.name()));
            response.setStatus(HttpStatus.CONFLICT.value());
        } catch (FileRefused refused) {
            form.fault(field(refused, mapping), texts.file(refused, locale));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } catch (Refused refused) {
            form.fault(network.isEmpty() ? "name" : "network", refusals.whole(refused, locale));
            response.setStatus(RefusalStatus.of(refused).value());
        }
        return list(new Typed(mapping, network, Imports.shown(name), letter), form.errors(), model, locale);
    }

    private void chosen(String fileName, String mapping, MultipartFile mappingFile, Form form, Locale locale) {
        if (fileName.isEmpty()) {
            form.fault("file", texts.say("imports.file.missing", locale));
        }
        if (mapping.equals(OWN) && mappingFile.isEmpty()) {
            form.fault("mappingFile", texts.say("imports.mapping.missing", locale));
        }
    }

    /** Where the sentence about a refused file stands: beside what must be chosen again. */
    private static String field(FileRefused refused, String mapping) {
        return switch (refused.why()) {
            case EMPTY, NOT_TEXT, BROKEN_OFF, TOO_LARGE_UNPACKED, COLUMN_MISSING, OTHER_FORMAT -> "file";
            case MAPPING_INVALID -> mapping.equals(OWN) ? "mappingFile" : "mapping";
        };
    }

    /** Only an address with which the viewer signs in themself is written to; null where none was typed. */
    private EndLetter.@Nullable To writeTo(String typed, Viewer viewer, Form form, Locale locale) {
        if (typed.isBlank()) {
            return null;
        }
        var own = EmailAddress.read(typed)
                .filter(address ->
                        signIns.find(address).filter(viewer.person()::equals).isPresent());
        if (own.isEmpty()) {
            form.fault("letter", texts.say("imports.letter.notYours", locale));
        }
        return own.map(address -> new EndLetter.To(address, locale)).orElse(null);
    }

    private Map<String, String> mappings(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        MappingFile.SHIPPED.forEach(name -> choices.put(name, texts.say("imports.mapping." + name, locale)));
        choices.put(OWN, texts.say("imports.mapping.own", locale));
        return choices;
    }

    private Map<String, String> networkChoices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", texts.say("imports.network.new", locale));
        networks().forEach(network -> choices.put(network.network().toString(), network.name()));
        return choices;
    }

    private static String chosen(String mapping, MultipartFile own) throws IOException {
        if (!mapping.equals(OWN)) {
            return MappingFile.shipped(mapping);
        }
        return ImportApi.mapping(own);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ImportId id, Model model, Locale locale) {
        model.addAttribute("current", "administration");
        sheet(id, model, locale);
        return "imports/import";
    }

    /** The figures alone, for the page that asks again and again until it has ended. */
    @GetMapping("/{id}/avancement")
    String progress(@PathVariable ImportId id, Model model, Locale locale) {
        sheet(id, model, locale);
        return "imports/progress :: advance";
    }

    private void sheet(ImportId id, Model model, Locale locale) {
        var job = found(id);
        model.addAttribute("job", ImportSheet.of(job, imports, texts, networkName(job), unled(job), locale));
    }

    /** The network of an import that has ended, where nobody who has an account coordinates it. */
    private ImportSheet.@Nullable Handover unled(ImportJob job) {
        var open = views.getIfAvailable();
        if (open == null || !job.state().ended()) {
            return null;
        }
        // It has ended before the views hold the last of it.
        open.awaitJournal();
        return open.networks().find(job.network()).isPresent()
                        && !open.members().isLed(job.network())
                ? new ImportSheet.Handover(
                        job.network(),
                        open.queue().waiting(job.network()).values().stream().anyMatch(count -> count > 0))
                : null;
    }

    @PostMapping("/{id}/arret")
    String cancel(@PathVariable ImportId id, Locale locale, RedirectAttributes after) {
        var before = found(id);
        imports.cancel(id);
        // That it stops, and then that it has, is said by the part of the page that follows it.
        if (before.state().ended()) {
            tell("imports.endedBefore", "info", locale, after);
        }
        return "redirect:/administration/imports/" + id;
    }

    @PostMapping("/{id}/reprise")
    String resume(@PathVariable ImportId id, Locale locale, RedirectAttributes after) {
        try {
            imports.resume(id);
            tell("imports.resumed", "success", locale, after);
        } catch (NotResumed refused) {
            after.addFlashAttribute(
                    "notice", texts.say("imports.resume." + refused.why().code(), locale));
            after.addFlashAttribute("noticeKind", "attention");
        } catch (NameTaken taken) {
            after.addFlashAttribute("notice", texts.say("imports.resume.nameTaken", locale, taken.name()));
            after.addFlashAttribute("noticeKind", "attention");
        }
        return "redirect:/administration/imports/" + id;
    }

    private void tell(String said, String kind, Locale locale, RedirectAttributes after) {
        after.addFlashAttribute("notice", texts.say(said, locale));
        after.addFlashAttribute("noticeKind", kind);
    }

    @GetMapping("/{id}/refuses.csv")
    void refused(@PathVariable ImportId id, Locale locale, HttpServletResponse response) throws IOException {
        ImportApi.csv(found(id), imports, texts, locale, response);
    }

    private ImportJob found(ImportId id) {
        return imports.find(id).orElseThrow(UnknownImport::new);
    }

    private List<Network> networks() {
        var open = views.getIfAvailable();
        return open == null ? List.of() : open.networks().all();
    }

    private String networkName(ImportJob job) {
        if (job.networkName() != null) {
            return job.networkName();
        }
        return networks().stream()
                .filter(network -> network.network().equals(job.network()))
                .map(Network::name)
                .findFirst()
                .orElse("?");
    }
}
