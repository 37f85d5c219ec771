# Sourced by the scripts beside it, not run: where the project, a JDK 25 and Maven are.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# The major version of the java at $1; 0 where there is none.
java_major() {
    local release
    release=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p') || true
    echo "${release:-0}" | sed 's/^1\.//'
}

# Sets jdk to the home of a JDK 25 or later.
find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/*jdk*25*; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ "$(java_major "$candidate/bin/java")" -ge 25 ]; then
            jdk=$candidate
            return
        fi
    done
    if command -v javac >/dev/null && [ "$(java_major "$(command -v java)")" -ge 25 ]; then
        jdk=$(cd "$(dirname "$(readlink -f "$(command -v javac)")")/.." && pwd)
        return
    fi
    fail "needs a JDK 25: install one, or set JAVA_HOME to it"
}

# Runs an installed Maven of at least 3.8, else the one that mvnw fetches.
maven() {
    # The toolchain plugin looks at JAVA25_HOME, so that it finds the JDK that was found here.
    export JAVA25_HOME=$jdk
    if ! command -v java >/dev/null; then
        export JAVA_HOME=$jdk
    fi
    # Maven's own libraries make newer JDKs warn about Maven, which is not ours to change.
    if [ "$(java_major "${JAVA_HOME:+$JAVA_HOME/bin/}java")" -ge 24 ]; then
        export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    fi
    if [ -z "${maven:-}" ]; then
        maven=$root/mvnw
        if command -v mvn >/dev/null; then
            case $(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p') in
                3.[89] | 3.[1-9][0-9] | [4-9].*) maven=mvn ;;
            esac
        fi
    fi
    "$maven" -B -ntp "$@"
}

# Puts the program into web/target/app, as one jar beside its libraries, unless nothing changed since.
build_app() {
    local app=web/target/app new=web/target/app.new stamp=web/target/app.stamp
    if [ -e "$app/maillage.jar" ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$app/maillage.jar" -print -quit)" ]; then
        return
    fi
    echo "Building (a minute or two the first time)…" >&2
    mkdir -p web/target
    # What is edited during the build is newer than this, so the next run builds again.
    touch "$stamp"
    maven -q -pl web -am package -Dmaven.test.skip=true >&2 || fail "the build failed"
    rm -rf "$new"
    "$jdk/bin/java" -Djarmode=tools -jar "$(newest web/target/web-*-app.jar)" extract --destination "$new" \
        --application-filename maillage.jar >&2 || fail "the program could not be unpacked"
    touch -r "$stamp" "$new/maillage.jar"
    rm -rf "$app"
    mv "$new" "$app"
}

# The last written of the files named.
newest() {
    local file found=$1
    for file in "$@"; do
        if [ "$file" -nt "$found" ]; then
            found=$file
        fi
    done
    echo "$found"
}

# The browser tests use an installed Chromium; MAILLAGE_CHROMIUM names one that is not on the PATH.
find_chromium() {
    local name
    for name in "${MAILLAGE_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then
            MAILLAGE_CHROMIUM=$(command -v "$name")
            # Playwright drives that Chromium; it must not fetch a browser of its own.
            export MAILLAGE_CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
            return
        fi
    done
    return 1
}

# What stands in until the pages' own letters have come has to be as wide as Arial, as it is on people's devices: else
# pages move in a test that move for nobody.
has_letters() {
    fc-list 2>/dev/null | grep -iE 'liberation ?sans|arial|helvetica|roboto' >/dev/null
}

ensure_chromium() {
    if find_chromium && has_letters; then
        return
    fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        if find_chromium; then
            echo "Without the Liberation fonts or Arial the test of a first visit fails: install them." >&2
            return
        fi
        fail "the browser tests need Chromium: install it, or set MAILLAGE_CHROMIUM to its program"
    fi
    echo "Installing Chromium and fonts for the browser tests…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        chromium fonts-liberation fontconfig; } \
        >/dev/null || fail "Chromium could not be installed"
    find_chromium || fail "Chromium was installed but is not on the PATH"
}
