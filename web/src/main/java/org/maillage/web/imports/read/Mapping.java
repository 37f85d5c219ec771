package org.maillage.web.imports.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.RoleWeights;

/**
 * How a file tells contributions; {@code docs/IMPORTS.md} shows one of each format. Texts with braces, such as
 * {@code https://example.org/{ref}}, name columns.
 *
 * @param format of the file
 * @param source name of the source, such as {@code git:dpdk}: 2 to 60 characters of a-z, 0-9, {@code . _ : -}; with a row's
 *     key it is seen once in a network (rule 12)
 * @param identity whether people stand there under pseudonyms (CSV only)
 * @param csv how its cells are written; null for commas, UTF-8 and a first line of names
 * @param key columns that together name a row (CSV)
 * @param person column of who contributed (CSV)
 * @param name text for a person's name; null for what names them in the source
 * @param day column of the local day (CSV)
 * @param dayFormat pattern of the day; null for ISO dates
 * @param zone zone in which moments become days; null for the network's
 * @param kind kind of a contribution, where it has no part in a shared work; its value is a kind's code
 * @param units units of a contribution; null for 1, unless minutes are told
 * @param minutes minutes of a contribution; null where units are told
 * @param evidence address of the evidence; null for none
 * @param validator column of who confirmed it (CSV); null where nobody does
 * @param work how rows belong to one shared work (CSV); null where each stands alone
 * @param kinds kind of each part in a shared work
 * @param ignored people of the source who are no people, such as {@code noreply@example.org}; they are passed over
 * @param site address of the wiki (MediaWiki)
 * @param network what a network made for this source starts with; null where none can be made
 */
public record Mapping(
        Format format,
        String source,
        Identity identity,
        @Nullable Csv csv,
        List<String> key,
        @Nullable String person,
        @Nullable String name,
        @Nullable String day,
        @Nullable String dayFormat,
        @Nullable String zone,
        @Nullable Choice kind,
        @Nullable Choice units,
        @Nullable Choice minutes,
        @Nullable String evidence,
        @Nullable String validator,
        @Nullable SharedWork work,
        Map<Part, KindCode> kinds,
        List<String> ignored,
        @Nullable String site,
        @Nullable NewNetwork network) {

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9._:-]{1,59}");

    public Mapping {
        require(Objects.nonNull(format), "format");
        require(Objects.nonNull(source), "source");
        require(Objects.nonNull(identity), "identity");
        key = List.copyOf(key);
        kinds = Map.copyOf(kinds);
        ignored = List.copyOf(ignored);
        require(SOURCE.matcher(source).matches(), "source");
        switch (format) {
            case CSV -> {
                require(!key.isEmpty(), "key");
                require(person != null, "person");
                require(day != null, "day");
                require(work == null ? kind != null : !kinds.isEmpty(), work == null ? "kind" : "kinds");
            }
            case GIT -> require(!kinds.isEmpty(), "kinds");
            case OSM -> require(kind != null, "kind");
            case MEDIAWIKI -> {
                require(kind != null, "kind");
                require(site != null && site.startsWith("https://"), "site");
            }
        }
        require(identity == Identity.READABLE || format == Format.CSV, "identity");
        require(evidence == null || evidence.startsWith("https://") || evidence.startsWith("http://"), "evidence");
        require(units == null || minutes == null, "minutes");
    }

    // What a file leaves out is null, whatever the types say; the name that is thrown is the field's.
    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException(field);
        }
    }

    /** The formats that are read. */
    public enum Format {
        CSV,
        /** what {@code git log} writes, see {@link GitExport} */
        GIT,
        /** OpenStreetMap changesets in XML */
        OSM,
        /** user contributions of MediaWiki in JSON */
        MEDIAWIKI
    }

    /** How a source names people. */
    public enum Identity {
        /** by pseudonyms, which may stand in the clear */
        OPAQUE,
        /** by what tells who they are: it is hashed with a key */
        READABLE
    }

    /**
     * How the cells of a CSV file are written.
     *
     * @param separator one character
     * @param encoding name of a character set; null for UTF-8
     * @param columns names of the columns where the first line is not their names; null where it is
     */
    public record Csv(
            String separator,
            @Nullable String encoding,
            @Nullable List<String> columns) {

        /** Commas, UTF-8 and a first line of names. */
        public static final Csv USUAL = new Csv(",", null, null);

        public Csv {
            require(
                    Objects.nonNull(separator) && separator.length() == 1 && "\"\r\n".indexOf(separator.charAt(0)) < 0,
                    "separator");
        }
    }

    /**
     * A value: that of a column, or always the same.
     *
     * @param column null where constant
     * @param constant null where a column
     * @param values what the column's values mean; null where they mean themselves
     */
    public record Choice(
            @Nullable String column,
            @Nullable String constant,
            @Nullable Map<String, String> values) {

        public Choice {
            require((column == null) != (constant == null), "column");
        }
    }

    /**
     * How rows belong to one shared work, such as a commit. Rows of one work stand together in the file.
     *
     * @param reference column that names the work
     * @param about column of whose work it is
     * @param part the row's part in it, by the names of {@link Part}
     */
    public record SharedWork(String reference, String about, Choice part) {

        public SharedWork {
            require(Objects.nonNull(reference), "reference");
            require(Objects.nonNull(about), "about");
            require(Objects.nonNull(part), "part");
        }
    }

    /**
     * What a network made for a source starts with.
     *
     * @param kinds its kinds, and what the first tariff gives for each
     * @param validatorsCoordinate whether those who confirm in the source are appointed coordinators, from their first
     *     validation on
     */
    public record NewNetwork(List<NewKind> kinds, boolean validatorsCoordinate) {

        public NewNetwork {
            kinds = List.copyOf(kinds);
            require(!kinds.isEmpty(), "kinds");
        }
    }

    /**
     * A kind of a new network and its line of the first tariff.
     *
     * @param rate hundredths of a maille per hour or unit
     * @param dailyCap null for none
     */
    public record NewKind(
            KindCode code,
            String label,
            Measure measure,
            long rate,
            @Nullable Integer dailyCap,
            RoleWeights weights) {

        public NewKind {
            require(Objects.nonNull(code), "code");
            require(Objects.nonNull(label), "label");
            require(Objects.nonNull(measure), "measure");
            require(Objects.nonNull(weights), "weights");
        }
    }
}
