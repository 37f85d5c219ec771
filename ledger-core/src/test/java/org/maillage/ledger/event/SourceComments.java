package org.maillage.ledger.event;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of sources, as Markdown: of types, of their parameters, and of the constants of enums. */
final class SourceComments {

    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@");
    private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|literal)\\s+([^}]*)}");

    private final Map<String, String> texts = new HashMap<>();

    /** Reads all sources of these folders. */
    static SourceComments of(List<Path> folders) throws IOException {
        var comments = new SourceComments();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    folders.stream().flatMap(SourceComments::javaFiles).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            for (var unit : task.parse()) {
                comments.new Scanner(DocTrees.instance(task)).scan(unit, null);
            }
        }
        return comments;
    }

    /** What is said of a type; empty where nothing is. */
    String of(Class<?> type) {
        return texts.getOrDefault(key(type), "");
    }

    /** What is said of a component of a record, a method or a constant of an enum; empty where nothing is. */
    String of(Class<?> type, String member) {
        return texts.getOrDefault(key(type) + "#" + member, "");
    }

    private static String key(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : key(outer) + "." + type.getSimpleName();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String key, @Nullable String comment) {
        if (comment == null) {
            return;
        }
        var parts = TAG.split(comment, -1);
        texts.put(key, markdown(parts[0]));
        for (int part = 1; part < parts.length; part++) {
            var param = PARAM.matcher(parts[part]);
            if (param.matches()) {
                texts.put(key + "#" + param.group(1), markdown(param.group(2)));
            }
        }
    }

    private static String markdown(String comment) {
        return INLINE.matcher(comment.strip().replaceAll("\\s+", " ")).replaceAll("`$1`");
    }

    private final class Scanner extends TreePathScanner<Void, @Nullable Void> {

        private final DocTrees docs;
        private String within = "";

        Scanner(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, @Nullable Void nothing) {
            var outer = within;
            within = outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
            keep(within, docs.getDocComment(getCurrentPath()));
            super.visitClass(type, null);
            within = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getParameters().isEmpty()) {
                keep(within + "#" + method.getName(), docs.getDocComment(getCurrentPath()));
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                keep(within + "#" + variable.getName(), docs.getDocComment(getCurrentPath()));
            }
            return null;
        }
    }
}
