package org.maillage.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.security.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of contributions: sending a file, following it, stopping it, taking back what was refused. */
@Controller
@RequestMapping("/administration/imports")
class ImportPages {

    /** The choice of a mapping that is sent with the file. */
    private static final String OWN = "own";

    private final Imports imports;
    private final ImportTexts texts;
    private final RefusalTexts refusals;
    private final ObjectProvider<Projections> views;

    ImportPages(Imports imports, ImportTexts texts, RefusalTexts refusals, ObjectProvider<Projections> views) {
        this.imports = imports;
        this.texts = texts;
        this.refusals = refusals;
        this.views = views;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        model.addAttribute("current", "administration");
        model.addAttribute("key", Id.nextUuid());
        model.addAttribute("mappings", MappingFile.SHIPPED);
        model.addAttribute("networks", networks());
        model.addAttribute(
                "jobs",
                imports.newest().stream()
                        .map(job -> ImportSheet.of(job, imports, texts, networkName(job), locale))
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
            Viewer viewer,
            Model model,
            Locale locale)
            throws IOException {
        try (var bytes = file.getInputStream()) {
            var into = network.isEmpty() ? new Imports.Into(null, name) : new Imports.Into(NetworkId.of(network), null);
            var fileName = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var job = imports.start(viewer.person(), key, into, chosen(mapping, mappingFile), fileName, bytes);
            return "redirect:/administration/imports/" + job.id();
        } catch (FileRefused refused) {
            model.addAttribute("notice", texts.file(refused, locale));
        } catch (Refused refused) {
            model.addAttribute("notice", refusals.whole(refused, locale));
        }
        model.addAttribute("noticeKind", "error");
        model.addAttribute("name", name);
        return list(model, locale);
    }

    private static String chosen(String mapping, MultipartFile own) throws IOException {
        if (!mapping.equals(OWN)) {
            return MappingFile.shipped(mapping);
        }
        if (own.getSize() > MappingFile.LONGEST) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "length");
        }
        return new String(own.getBytes(), StandardCharsets.UTF_8);
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
        model.addAttribute("job", ImportSheet.of(job, imports, texts, networkName(job), locale));
    }

    @PostMapping("/{id}/arret")
    String cancel(@PathVariable ImportId id) {
        imports.cancel(found(id).id());
        return "redirect:/administration/imports/" + id;
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
