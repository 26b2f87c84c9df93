// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/importtold.h"
#include "tests/support/honesttest.h"
#include "workspace/liststatements.h"
#include "workspace/shellwords.h"
#include "workspace/typedurl.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString c(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What happens to the options of commands: each is used or noted, or makes the import reject the command.
class TestImportCommands : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void options_data();
    void options();
    void refusals_data();
    void refusals();
    void severalUrls();
    void quotesOverLines_data();
    void quotesOverLines();
    void openQuotesAndBracketsAreLookedAtOnce_data();
    void openQuotesAndBracketsAreLookedAtOnce();
    void typedAddresses_data();
    void typedAddresses();
};

void TestImportCommands::options_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("profile");
    // "kind place: text" of each note, in order; the text may be part of the real one
    QTest::addColumn<QStringList>("notes");
    const auto row = [](const char *name, const char *text, const char *profile,
                        const QStringList &notes = {}) {
        QTest::newRow(name) << c(text) << c(profile) << notes;
    };
    const auto detour = [](const char *option, const char *what) {
        return c("look twice line 1, %1: %2").arg(c(option), c(what));
    };
    const char *const connected =
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "connect_to": "10.0.0.5:443")";
    row("resolve", "curl --http1.1 --resolve app.example:443:10.0.0.5 https://app.example/ws", connected,
        {detour("--resolve", "10.0.0.5:443 is dialled, not app.example")});
    row("resolve for any host", "curl --resolve '*:443:10.0.0.5' https://app.example/ws", connected,
        {detour("--resolve", "10.0.0.5:443")});
    row("resolve, one for any host besides",
        "curl --resolve '*:443:10.9.9.9' --resolve app.example:443:10.0.0.5 https://app.example/ws",
        connected, {c("left out line 1, --resolve: another way"), detour("--resolve", "10.0.0.5:443")});
    row("resolve, the last one wins",
        "curl --resolve app.example:443:10.9.9.9 --resolve APP.example:443:10.0.0.5 https://app.example/ws",
        connected, {c("left out line 1, --resolve: another way"), detour("--resolve", "10.0.0.5:443")});
    row("resolve to an IPv6 address", "curl --resolve app.example:443:[2001:db8::7] https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "connect_to": "[2001:db8::7]:443")",
        {detour("--resolve", "[2001:db8::7]:443")});
    row("resolve to several", "curl --resolve +app.example:443:10.0.0.5,10.0.0.6 https://app.example/ws",
        connected, {c("left out line 1, --resolve: only the first"), detour("--resolve", "10.0.0.5:443")});
    row("resolve for another port", "curl --resolve app.example:80:10.0.0.5 https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws")",
        {c("left out line 1, --resolve: it is about app.example:80")});
    row("resolve takes away", "curl --resolve -app.example:443 https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws")",
        {c("no setting line 1, --resolve: curl's own memory")});
    row("connect to", "curl --connect-to app.example:443:node-3.internal:8443 https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "connect_to": "node-3.internal:8443")",
        {detour("--connect-to", "node-3.internal:8443 is dialled")});
    row("connect to, all left out but the host", "curl --connect-to ::10.0.0.5: https://app.example/ws",
        connected, {detour("--connect-to", "10.0.0.5:443")});
    row("connect to another port only", "curl --connect-to :::8443 https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "connect_to": "app.example:8443")",
        {detour("--connect-to", "app.example:8443")});
    row("connect to, the first one wins",
        "curl --connect-to ::10.0.0.5:443 --connect-to ::10.9.9.9:443 https://app.example/ws", connected,
        {c("left out line 1, --connect-to: another way"), detour("--connect-to", "10.0.0.5:443")});
    row("connect to a name that is resolved",
        "curl --connect-to ::node3:443 --resolve node3:443:10.0.0.5 https://app.example/ws", connected,
        {detour("--resolve", "10.0.0.5:443")});
    row("connect to IPv6", "curl --connect-to '::[::1]:9443' wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "connect_to": "[::1]:9443")",
        {detour("--connect-to", "[::1]:9443")});
    row("connect to where it goes anyway", "curl --connect-to h:443:: wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("no setting line 1, --connect-to: what the URL says")});
    row("connect to, no form", "curl --connect-to h:443 wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, --connect-to: HOST1:PORT1:HOST2:PORT2")});
    row("a socket", "curl --unix-socket /var/run/docker.sock http://localhost/attach/ws",
        R"("name": "localhost/attach/ws", "url": "ws://localhost/attach/ws", "connect_to": "unix:/var/run/docker.sock")",
        {detour("--unix-socket", "unix:/var/run/docker.sock is dialled, not localhost")});
    row("a socket goes before rules", "curl --resolve h:80:10.0.0.5 --unix-socket /run/a.sock ws://h/a",
        R"("name": "h/a", "url": "ws://h/a", "connect_to": "unix:/run/a.sock")",
        {c("left out line 1, --resolve: another way"), detour("--unix-socket", "unix:/run/a.sock")});
    row("a socket in the folder where one is", "curl --unix-socket app.sock ws://h/a",
        R"("name": "h/a", "url": "ws://h/a")",
        {c("left out line 1, --unix-socket: unix:app.sock is not dialled, but the URL's own host")});
    row("a socket without a file", "curl --abstract-unix-socket app ws://h/a",
        R"("name": "h/a", "url": "ws://h/a")",
        {c("left out line 1, --abstract-unix-socket: the URL's own host")});
    row("another Host", "curl -H 'Host: app.example' -k https://10.0.0.5:8443/ws",
        R"("name": "10.0.0.5:8443/ws", "url": "wss://10.0.0.5:8443/ws", "headers": [["Host", "app.example"]], "tls": { "verify": false })",
        {detour("-k", "not verified"), detour("-H", "10.0.0.5:8443 is asked for app.example")});
    row("the Host that it is, with its port", "curl -H 'host: APP.example:443' https://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws")");
    row("another host as HTTP/2 says it", "curl -H ':authority: app.example' https://10.0.0.5/ws",
        R"("name": "10.0.0.5/ws", "url": "wss://10.0.0.5/ws", "headers": [["Host", "app.example"]])",
        {detour("-H", "app.example")});
    row("wscat's host", "wscat --host app.example -c ws://10.0.0.5/ws",
        R"("name": "10.0.0.5/ws", "url": "ws://10.0.0.5/ws", "headers": [["Host", "app.example"]])",
        {detour("--host", "app.example")});
    row("websocat and an address", "websocat --ws-c-uri=ws://app.example/ws - ws-c:tcp:10.0.0.5:8080",
        R"("name": "app.example/ws", "url": "ws://app.example/ws", "connect_to": "10.0.0.5:8080")",
        {c("no setting line 1, -: terminal"), c("look twice line 1, ws-c:tcp: 10.0.0.5:8080")});
    row("ours", "pongwatch monitor wss://app.example/ws --connect-to 10.0.0.5:443", connected,
        {c("look twice line 1: 10.0.0.5:443")});
    row("an address with a zone", "curl 'http://[fe80::1%eth0]:8080/ws'",
        R"("name": "[fe80::1%eth0]:8080/ws", "url": "ws://[fe80::1%25eth0]:8080/ws")");
    row("connect to an address with a zone", "pongwatch ping ws://h/a --connect-to '[fe80::1%eth0]:80'",
        R"("name": "h/a", "url": "ws://h/a", "connect_to": "[fe80::1%eth0]:80")",
        {c("look twice line 1: [fe80::1%eth0]:80")});
    row("an interface", "curl --interface eth0 wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, --interface: the system chooses the interface")});
    row("a proxy", "curl -x proxy.example:3128 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "http://proxy.example:3128")");
    row("a proxy without a port", "curl --proxy http://proxy.example/ wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "http://proxy.example:1080")",
        {c("changed line 1, --proxy: 1080")});
    row("a proxy with a user", "curl -x http://ada:pw12345@proxy.example:3128 wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "proxy": "http://ada@proxy.example:3128", "proxy_secret": "keychain:h/a (proxy)")x");
    row("a proxy and its user apart", "curl -x proxy.example:3128 -U ada:pw12345 wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "proxy": "http://ada@proxy.example:3128", "proxy_secret": "keychain:h/a (proxy)")x");
    row("SOCKS 5 by name", "curl -x socks5h://127.0.0.1:9050 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "socks5://127.0.0.1:9050")");
    row("SOCKS 5 as an option", "curl --socks5-hostname 127.0.0.1:9050 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "socks5://127.0.0.1:9050")");
    row("no proxy", "curl -x '' wss://h/a", R"("name": "h/a", "url": "wss://h/a", "proxy": "none")");
    row("no proxy for any", "curl --noproxy '*' wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "none")");
    row("no proxy for this", "curl -x p:3128 --noproxy localhost,.example wss://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "proxy": "none")",
        {c("no setting line 1, --noproxy: left out")});
    row("no proxy for others", "curl -x p:3128 --noproxy localhost,other.example wss://app.example/ws",
        R"("name": "app.example/ws", "url": "wss://app.example/ws", "proxy": "http://p:3128")",
        {c("no setting line 1, --noproxy: other hosts")});
    row("a proxy in the environment", "https_proxy=http://p:3128 NO_PROXY=localhost curl wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "proxy": "http://p:3128")",
        {c("no setting line 1, NO_PROXY: other hosts")});
    row("a proxy in the environment of the other scheme", "https_proxy=http://p:3128 curl ws://h/a",
        R"("name": "h/a", "url": "ws://h/a")", {c("no setting line 1: https_proxy")});
    row("another variable in front", "env TZ=UTC curl wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("no setting line 1: env"), c("no setting line 1: TZ")});
    row("Node's own switch", "NODE_TLS_REJECT_UNAUTHORIZED=0 npx wscat -c wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "tls": { "verify": false })",
        {c("no setting line 1: npx"), c("look twice line 1, NODE_TLS_REJECT_UNAUTHORIZED: not verified")});
    row("certificates", "curl --cacert /etc/ca.pem --cert /etc/c.pem --key /etc/k.pem --http1.1 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "tls": { "ca_file": "/etc/ca.pem", "client_certificate": "/etc/c.pem", "client_key": "/etc/k.pem" })");
    row("a certificate with a password", "curl -E /etc/c.pem:pw12345 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "tls": { "client_certificate": "/etc/c.pem" })",
        {c("left out line 1, -E: the key must have none")});
    row("a token", "curl --oauth2-bearer abcdefgh wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "auth": { "kind": "bearer", "secret": "keychain:h/a (password or token)" })x");
    row("a user", "curl -u ada:pw12345 wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada", "secret": "keychain:h/a (password or token)" })x");
    row("a user without a password", "curl -u ada wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada" })",
        {c("look twice line 1: no password")});
    row("another scheme of signing in", "curl --digest -u ada:pw12345 wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada", "secret": "keychain:h/a (password or token)" })x",
        {c("left out line 1, --digest: Basic and Bearer")});
    row("cookies", "curl -b 'a=b; c=d' -b e=f wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "headers": [["Cookie", "keychain:h/a (Cookie)"]])x");
    row("a file with cookies", "curl -b cookies.txt wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, -b: not read")});
    row("redirects", "curl -sL wss://h/a", R"("name": "h/a", "url": "wss://h/a", "follow_redirects": true)",
        {c("no setting line 1, -s: curl's own")});
    row("redirects with credentials", "curl --location-trusted wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "follow_redirects": true)",
        {c("changed line 1, --location-trusted: own host only")});
    row("names looked up elsewhere", "curl --doh-url https://d.example/q wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("left out line 1, --doh-url: as the system does it")});
    row("a proxy that a program makes", "proxychains4 -q curl wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("left out line 1, proxychains4: without this proxy")});
    row("on another machine", "ssh -p 2222 me@edge-1 curl -4 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("left out line 1, ssh: from this machine")});
    row("in a pod", "kubectl exec -it web-0 -- curl wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, kubectl: from this machine")});
    row("what it is given to send", "echo '{\"op\":1}' | websocat wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("left out line 1, echo: sent after the connection")});
    row("a text to send", "websocat wss://h/a <<< hello", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, <<<: sent after the connection")});
    row("lines to send", "websocat wss://h/a <<'EOF'\nwss://h/b\nEOF", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 2: sent after the connection"),
         c("left out line 1, <<: sent after the connection")});
    row("a loop", "while true; do curl wss://h/a; sleep 5; done", R"("name": "h/a", "url": "wss://h/a")",
        {c("no setting line 1: true"), c("no setting line 1: do"), c("no setting line 1: sleep"),
         c("no setting line 1: done")});
    row("a shell's own line", "bash -lc \"curl -4 'wss://h/a'\"",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")", {c("no setting line 1: bash")});
    row("a shell in a container", "docker exec web sh -c 'curl -4 wss://h/a'",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("left out line 1, docker: from this machine")});
    row("a line on another machine", "ssh box 'curl -4 wss://h/a'",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("left out line 1, ssh: from this machine")});
    row("an answer that is kept", "answer=$(curl -4 wss://h/a)",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")", {c("no setting line 1: answer")});
    row("an alias", "alias live='wscat -c wss://h/a'", R"("name": "h/a", "url": "wss://h/a")",
        {c("no setting line 1: alias")});
    row("a Dockerfile", "HEALTHCHECK --interval=5s CMD curl -4 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("no setting line 1: HEALTHCHECK, CMD")});
    row("a Dockerfile's words", "CMD [\"websocat\", \"-k\", \"wss://h/a\"]",
        R"("name": "h/a", "url": "wss://h/a", "tls": { "verify": false })",
        {c("look twice line 1, -k: not verified")});
    row("a unit of systemd", "ExecStart=-/usr/bin/websocat --ping-interval 10 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "ping_interval_s": 10)", {c("no setting line 1: ExecStart")});
    row("a crontab", "*/5 * * * * root curl -4 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("no setting line 1: */5, *, *, *, *, root")});
    row("a pipeline's step", "- run: curl -4 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")", {c("no setting line 1: run:")});
    row("python-websockets", "python3 -m websockets wss://h/a", R"("name": "h/a", "url": "wss://h/a")");
    row("websocket-client", "wsdump.py -n --headers 'X-A: b,X-C: d' -s chat wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b"], ["X-C", "d"]], "subprotocols": ["chat"], "tls": { "verify": false })",
        {c("look twice line 1, -n: not verified")});
    row("a variable in a header", "curl -H \"Cookie: sid=$SID\" wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("left out line 1, -H: the variable SID")});
    row("a variable in single quotes is none", "curl -H 'X-A: a$B' wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "a$B"]])");
    row("a variable as the user", "curl -u \"$USER:$PASS\" wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, -u: the variable USER")});
    row("a variable as the password", "curl -u \"ada:${PASS}\" wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada", "secret": "$PASS" })");
    row("a variable of cmd", "curl ^\"wss://h/a^\" -H \"Authorization: Bearer %TOKEN%\"",
        R"("name": "h/a", "url": "wss://h/a", "auth": { "kind": "bearer", "secret": "$TOKEN" })");
    row("a variable of PowerShell", "curl.exe -H 'X-A: b' -H \"Authorization: Bearer $env:TOKEN\" wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "$TOKEN" })");
    row("another command's output", "curl -H \"Authorization: Bearer $(cat token)\" wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("left out line 1, -H: nothing is run")});
    row("a variable that the line sets", "HOST=h; curl -4 \"wss://$HOST/a\"",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")", {c("changed line 1: HOST")});
    row("a variable that a line above sets", "export HOST=h\ncurl -4 \"wss://$HOST/a\"",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("changed line 1: HOST was put in"), c("changed line 2: HOST was replaced")});
    row("a variable with a default", "curl -4 \"wss://${HOST:-h}/a\"",
        R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")",
        {c("changed line 1: HOST has no value here")});
    row("options that are cut short", "curl --insec --resol h:443:10.0.0.5 wss://h/a",
        R"("name": "h/a", "url": "wss://h/a", "tls": { "verify": false }, "connect_to": "10.0.0.5:443")",
        {c("look twice line 1, --insec: not verified"), c("look twice line 1, --resol: 10.0.0.5")});
    row("-G takes what is encoded as it is",
        "curl -G -d 'a=b%20c&d=1+2' --data-urlencode 'e=f g' --data-urlencode x wss://h/a",
        R"("name": "h/a", "url": "wss://h/a?a=b%20c&d=1+2&e=f%20g&x")");
    row("a file for the query", "curl -G -d @q.txt wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, -d: not read")});
    row("a query as it is", "curl --url-query +a=%2B --url-query b=c=d wss://h/a",
        R"("name": "h/a", "url": "wss://h/a?a=%2B&b=c%3Dd")");
    row("the password of a key", "curl --pass x wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("left out line 1, --pass: the key must have none")});
    row("redirects switched off again", "curl -L --no-location wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")");
    row("credentials twice", "curl --oauth2-bearer abcdefgh -u ada:pw12345 wss://h/a",
        R"x("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada", "secret": "keychain:h/a (password or token)" })x",
        {c("left out line 1: credentials already")});
    row("a layer of websocat", "websocat - autoreconnect:wss://h/a", R"("name": "h/a", "url": "wss://h/a")",
        {c("no setting line 1, -: terminal"), c("left out line 1, autoreconnect: layers")});
    row("a chain in front", "sudo -E docker run --rm -it node:20 npx -y wscat -c wss://h/a",
        R"("name": "h/a", "url": "wss://h/a")", {c("no setting line 1: sudo, docker")});
}

void TestImportCommands::options()
{
    QFETCH(QString, text);
    QFETCH(QString, profile);
    QFETCH(QStringList, notes);
    const ImportResult result = importProfiles(text);
    QVERIFY2(result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QCOMPARE(result.profiles.size(), size_t(1));
    QCOMPARE(lineOf(result.profiles[0].profile), profile);
    const QList<ImportNote> all = result.notes + result.profiles[0].notes;
    QVERIFY2(all.size() == notes.size(), qPrintable(wholeOf(result)));
    const QStringList kinds = {c("left out"), c("look twice"), c("changed"), c("no setting")};
    for (qsizetype i = 0; i < notes.size(); ++i) {
        const QString place = c("%1 %2: ").arg(kinds[int(all[i].kind)], all[i].place);
        QVERIFY2(notes[i].startsWith(place), qPrintable(notes[i] + u'\n' + place));
        QVERIFY2(all[i].text.contains(notes[i].mid(place.size())),
                 qPrintable(notes[i] + u'\n' + all[i].text));
    }
}

void TestImportCommands::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const char *says) {
        QTest::newRow(name) << c(text) << c(says);
    };
    row("a proxy over TLS", "curl -x https://p:3128 wss://h/a", "https");
    row("SOCKS 4", "curl -x socks4://p:1080 wss://h/a", "socks4");
    row("SOCKS 4 in the environment", "ALL_PROXY=socks4a://p:1080 curl wss://h/a", "socks4a");
    row("an empty token", "curl --oauth2-bearer '' wss://h/a", "no token");
    row("a server", "websocat -s 1234", "listens");
    row("a URL in a file", "curl -K conf.txt", "in a file");
    row("a URL that a shell makes", "curl wss://$(hostname)/a", "nothing is run");
    row("a place holder", "curl wss://h/rooms/{room}", "{room}");
    row("more URLs than anybody means", "curl 'wss://h/[1-1000]'", "more than 100");
    row("an empty token in the URL", "curl 'wss://h/a?token='", "no token behind");
    row("an option without its value", "curl wss://h/a -x", "no value");
}

void TestImportCommands::refusals()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const ImportResult result = importProfiles(text);
    QVERIFY2(result.profiles.empty() && result.problems.size() == 1, qPrintable(wholeOf(result)));
    QVERIFY2(result.problems[0].text.contains(says), qPrintable(result.problems[0].text));
}

void TestImportCommands::severalUrls()
{
    const ImportResult result = importProfiles(c("curl 'wss://{a,b}.h/feed[08-10]'"));
    QStringList urls;
    for (const ImportedProfile &one : result.profiles)
        urls.append(one.profile.url);
    QCOMPARE(urls, (QStringList{c("wss://a.h/feed08"), c("wss://a.h/feed09"), c("wss://a.h/feed10"),
                                c("wss://b.h/feed08"), c("wss://b.h/feed09"), c("wss://b.h/feed10")}));
    QVERIFY(!result.hasIgnored());
}

void TestImportCommands::quotesOverLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << c("curl wss://h");
    QTest::newRow("single") << c("curl 'a");
    QTest::newRow("single closed") << c("curl 'a'");
    QTest::newRow("a backslash in single quotes") << c("curl 'a\\'");
    QTest::newRow("double") << c("curl \"a");
    QTest::newRow("an escaped double") << c("curl \"a\\\"");
    QTest::newRow("an escaped double, closed") << c("curl \"a\\\"\"");
    QTest::newRow("a dollar quote") << c("curl $'a\\'");
    QTest::newRow("a dollar quote, closed") << c("curl $'a\\''");
    QTest::newRow("an escaped quote outside") << c("curl \\'a");
    QTest::newRow("one in the other") << c("curl \"it's\"");
    QTest::newRow("cmd") << c("curl ^\"a");
    QTest::newRow("cmd closed") << c("curl ^\"a^\"");
    QTest::newRow("cmd with a quote in it") << c("curl ^\"a^\\^\"");
    QTest::newRow("cmd with a quote in it, closed") << c("curl ^\"a^\\^\"^\"");
    QTest::newRow("PowerShell") << c("curl.exe 'a''");
    QTest::newRow("PowerShell with an escape") << c("curl.exe ' ' \"a`\"");
    QTest::newRow("PowerShell with an escape, closed") << c("curl.exe ' ' \"a`\"\"");
}

/// Line by line gives the same as all at once.
void TestImportCommands::quotesOverLines()
{
    QFETCH(QString, line);
    const ShellDialect dialect = dialectOf(line);
    ShellQuotes quotes(dialect);
    for (const QChar one : line)
        quotes.add(QStringView(&one, 1));
    QCOMPARE(quotes.isOpen(), !splitShellWords(line, dialect).ok());
}

void TestImportCommands::openQuotesAndBracketsAreLookedAtOnce_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("an open single quote") << c("curl 'wss://h/a -H \"x");
    QTest::newRow("quotes that open and close in turns") << c("curl wss://h/a -H 'x: \"");
    QTest::newRow("a quote that only begins") << c("curl \"");
    QTest::newRow("an open bracket") << c("fetch(\"wss://h/a\", {");
    QTest::newRow("cmd") << c("curl ^\"wss://h/a ^\\^\"");
    QTest::newRow("PowerShell") << c("Invoke-WebRequest -Uri \"wss://h/a -Headers @{");
    QTest::newRow("lines that go on") << c("curl wss://h/a \\");
    QTest::newRow("plain URLs") << c("wss://h/a");
}

/// Twice the text takes at most about twice the work, whatever is left open in it.
void TestImportCommands::openQuotesAndBracketsAreLookedAtOnce()
{
    QFETCH(QString, line);
    const auto workFor = [&line](int count) {
        // When a quote is open, nothing closes it: the first line is the worst of these.
        QStringList lines(count, c("an ordinary line of words"));
        for (int i = 0; i < count; i += 3)
            lines[i] = line;
        ListStatements statements(lines);
        qsizetype characters = 0;
        while (const auto statement = statements.next())
            characters += statement->text.size();
        const qsizetype whole = lines.join(u'\n').size();
        // Only the line ends between statements are left out of them.
        return characters <= whole ? std::pair(statements.work(), qint64(whole))
                                   : std::pair(qint64(-1), qint64(0));
    };
    for (const int count : {30, 300, 3000}) {
        const auto [work, whole] = workFor(count);
        QVERIFY(work > 0);
        QVERIFY2(work <= 8 * whole, qPrintable(c("%1 looks at %2 characters").arg(work).arg(whole)));
    }
}

void TestImportCommands::typedAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *text, const char *url) { QTest::newRow(text) << c(text) << c(url); };
    row("wss:/example.org", "wss://example.org");
    row("wss:example.org/a", "wss://example.org/a");
    row("ws//example.org", "ws://example.org");
    row("b\xc3\xbc"
        "cher.example",
        "wss://xn--bcher-kva.example");
    row("ws://[fe80::1%eth0]:8080/a", "ws://[fe80::1%25eth0]:8080/a");
    row("ws://[fe80::1%25eth0]:8080/a", "ws://[fe80::1%25eth0]:8080/a");
    row("ws://[fe80::1%2]/a", "ws://[fe80::1%252]/a");
    row("[fe80::1%eth0]:8080/a", "wss://[fe80::1%25eth0]:8080/a");
    row("fe80::1%eth0", "wss://[fe80::1%25eth0]");
    row("fe80::1%wlp2s0.5/ws", "wss://[fe80::1%25wlp2s0.5]/ws");
    row("2001:db8::7", "wss://[2001:db8::7]");
    row("::1", "ws://[::1]");
    row("::ffff:10.0.0.7", "wss://[::ffff:10.0.0.7]");
    row("wss://h/a%2Fb?x=%5B1%5D", "wss://h/a%2Fb?x=%5B1%5D");
}

void TestImportCommands::typedAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const Result<TypedUrl> typed = readTypedUrl(text);
    QVERIFY2(typed.ok(), typed ? "" : qPrintable(typed.error().sentence()));
    QCOMPARE(typed.value().url.toString(QUrl::FullyEncoded), url);
}

QTEST_GUILESS_MAIN(TestImportCommands)
#include "tst_importcommands.moc"
