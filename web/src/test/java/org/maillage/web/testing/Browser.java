package org.maillage.web.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody at a browser without JavaScript: keeps cookies, follows links, sends forms with their hidden fields. */
public final class Browser {

    /** Finds the token in a page that its forms bear against other sites. */
    public static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Finds in a page to whom its forms were shown. */
    public static final Pattern AUTHOR = Pattern.compile("name=\"_auteur\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private final String language;

    /** As the page last said that was asked for a token; empty while nobody is signed in. */
    private String author = "";

    public Browser(int port) {
        this(port, "fr");
    }

    public Browser(int port, String language) {
        this.site = "http://localhost:" + port;
        this.language = language;
    }

    /** Opens a page, following redirects. */
    public HttpResponse<String> open(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form as a page of this site would, with a CSRF token of the sign-in page's. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submit(path, fields, csrf());
    }

    /** Sends a form with this CSRF token. */
    public HttpResponse<String> submit(String path, Map<String, String> fields, String csrf) {
        return send(form(path, fields, csrf).build());
    }

    /** Sends a form that stood on a page of this site, as browsers say which. */
    public HttpResponse<String> submitFrom(String page, String path, Map<String, String> fields) {
        return submitFrom(page, path, fields, csrf());
    }

    /** The same with this CSRF token. */
    public HttpResponse<String> submitFrom(String page, String path, Map<String, String> fields, String csrf) {
        return send(form(path, fields, csrf).header("Referer", site + page).build());
    }

    /** Sends a form as a browser does that a page of another site makes send it. */
    public HttpResponse<String> submitFromElsewhere(String path, Map<String, String> fields) {
        return send(form(path, fields, csrf())
                .header("Origin", "https://ailleurs.example")
                .header("Sec-Fetch-Site", "cross-site")
                .build());
    }

    /** Sends a form as the script of a page does, which reads the answer itself. */
    public HttpResponse<String> part(String path, Map<String, String> fields) {
        return send(form(path, fields, csrf()).header("HX-Request", "true").build());
    }

    /** Opens a part of a page as the script of a page does that was shown to somebody. */
    public HttpResponse<String> part(String path, String author) {
        return send(request(path)
                .header("HX-Request", "true")
                .header("X-Auteur", author)
                .GET()
                .build());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String csrf) {
        var pairs = new ArrayList<String>();
        hidden(fields, csrf).forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    /** Sends a form with files, each by the name of its field and under the name of the field; an empty one is none. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, Map<String, String> files) {
        var boundary = "maillage-" + java.util.UUID.randomUUID();
        var body = new StringBuilder();
        hidden(fields, csrf())
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        files.forEach((name, content) ->
                body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, content.isEmpty() ? "" : name + ".csv", content)));
        body.append("--").append(boundary).append("--\r\n");
        return inParts(path, boundary, body.toString());
    }

    /** Sends a body in parts, whatever it is. */
    public HttpResponse<String> inParts(String path, String boundary, String body) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    // What every form of a page bears beside its own fields.
    private Map<String, String> hidden(Map<String, String> fields, String csrf) {
        if (author.isEmpty()) {
            csrf();
        }
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        if (!author.isEmpty()) {
            all.putIfAbsent("_auteur", author);
        }
        return all;
    }

    /** A CSRF token of this browser's. */
    public String csrf() {
        var page = open("/connexion").body();
        var found = AUTHOR.matcher(page);
        author = found.find() ? found.group(1) : "";
        return first(CSRF, page);
    }

    /** What the forms of this browser's pages say of their author. */
    public String author() {
        csrf();
        return author;
    }

    /** The first group of a pattern in a text; fails where it is not there. */
    public static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in: " + text);
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : site + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
