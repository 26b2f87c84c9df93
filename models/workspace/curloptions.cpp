// SPDX-License-Identifier: GPL-3.0-or-later
// The options of curl, after its manual.
#include "workspace/commandactions.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

using namespace CommandActions;

/// What stands in the brackets of "[::1]"; else the text itself.
QString inBrackets(const QString &host)
{
    return host.startsWith(u'[') ? host.mid(1).chopped(1) : host;
}

/// --resolve "[+]HOST:PORT:ADDRESS[,ADDRESS]…", "-HOST:PORT"
void takeResolve(CommandState &state, const QString &value, const QString &place)
{
    if (value.startsWith(u'-')) {
        state.builder.note(NoteKind::Aside, place,
                           ImportStrings::tr("it takes a name out of curl's own memory"));
        return;
    }
    static const QRegularExpression form(QStringLiteral("^\\+?(\\[[^\\]]+\\]|[^:]+):(\\d+):(.+)$"));
    const auto match = form.match(value);
    if (!match.hasMatch()) {
        state.builder.ignore(place, ImportStrings::tr("it is not of the form HOST:PORT:ADDRESS"));
        return;
    }
    QString address = match.captured(3).section(u',', 0, 0);
    if (match.captured(3).contains(u','))
        state.builder.ignore(place, ImportStrings::tr("only the first of its addresses is meant here"));
    state.builder.addRoute({ProfileBuilder::Route::Kind::Resolved, inBrackets(match.captured(1)),
                            match.captured(2), inBrackets(address), match.captured(2), place});
}

/// --connect-to "HOST1:PORT1:HOST2:PORT2"; each may be empty.
void takeConnectTo(CommandState &state, const QString &value, const QString &place)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\[[^\\]]*\\]|[^:]*):(\\d*):(\\[[^\\]]*\\]|[^:]*):(\\d*)$"));
    const auto match = form.match(value);
    if (!match.hasMatch()) {
        state.builder.ignore(place, ImportStrings::tr("it is not of the form HOST1:PORT1:HOST2:PORT2"));
        return;
    }
    if (match.captured(3).isEmpty() && match.captured(4).isEmpty()) {
        state.builder.note(NoteKind::Aside, place, ImportStrings::tr("it leads to what the URL says"));
        return;
    }
    state.builder.addRoute({ProfileBuilder::Route::Kind::Redirected, inBrackets(match.captured(1)),
                            match.captured(2), inBrackets(match.captured(3)), match.captured(4), place});
}

void takeCurlCookie(CommandState &state, const QString &value, const QString &place)
{
    if (value.contains(u'='))
        state.builder.addHeader(QStringLiteral("Cookie"), value, place);
    else
        state.builder.ignore(place, ImportStrings::tr("the file with cookies is not read"));
}

void takeCurlCertificate(CommandState &state, const QString &value, const QString &place)
{
    // "FILE:PASSWORD"; a Windows path has a colon after its letter.
    const qsizetype colon = value.indexOf(u':', value.size() > 1 && value[1] == u':' ? 2 : 0);
    state.builder.settings().tlsClientCertificate = value.left(colon < 0 ? value.size() : colon);
    if (colon >= 0)
        state.builder.ignore(
            place, ImportStrings::tr("the password of the client's key is not kept: the key must have none"));
}

void takeData(CommandState &state, const QString &value, const QString &place)
{
    state.data.append({place, value});
}

/// The variables that curl reads (its manual, ENVIRONMENT): an option goes before them.
void takeCurlEnvironment(CommandState &state)
{
    const QString url = state.urls.value(0, state.words.value(0));
    const bool isTls = url.startsWith(QLatin1String("https:"), Qt::CaseInsensitive) ||
                       url.startsWith(QLatin1String("wss:"), Qt::CaseInsensitive);
    QStringList used;
    const QString proxy =
        isTls ? nameInEnvironment(state, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
              : nameInEnvironment(state, {"http_proxy", "all_proxy", "ALL_PROXY"});
    if (!proxy.isEmpty() && !state.seen.contains(QStringLiteral("proxy")) &&
        !state.builder.settings().proxy) {
        takeCurlProxy(state, state.environment.value(proxy), placeOfVariable(state, proxy));
        used.append(proxy);
    }
    const QString noProxy = nameInEnvironment(state, {"no_proxy", "NO_PROXY"});
    if (!noProxy.isEmpty() && !state.seen.contains(QStringLiteral("noproxy"))) {
        state.builder.setNoProxy(state.environment.value(noProxy), placeOfVariable(state, noProxy));
        used.append(noProxy);
    }
    const QString ca = nameInEnvironment(state, {"CURL_CA_BUNDLE", "SSL_CERT_FILE"});
    if (!ca.isEmpty() && !state.builder.settings().tlsCaFile) {
        state.builder.settings().tlsCaFile = state.environment.value(ca);
        used.append(ca);
    }
    tellRestOfEnvironment(state, used);
}

/// With -G the data are the query's; else they are a body, which a handshake has none of.
void finishCurl(CommandState &state)
{
    for (const auto &[place, data] : std::as_const(state.data)) {
        if (!state.seen.contains(QStringLiteral("get"))) {
            state.builder.ignore(place, ImportStrings::tr("a handshake has no body"));
            continue;
        }
        for (const QString &pair : data.split(u'&', Qt::SkipEmptyParts))
            state.builder.addQuery(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    }
    takeCurlEnvironment(state);
    QString proxy = state.seen.value(QStringLiteral("proxy"));
    const QString user = state.seen.value(QStringLiteral("proxy-user"));
    if (!proxy.isEmpty() && !user.isEmpty()) {
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(user, ":"));
        proxy.replace(QStringLiteral("://"), QStringLiteral("://%1@").arg(encoded));
    } else if (!user.isEmpty()) {
        state.builder.ignore({}, ImportStrings::tr("there is no proxy for --proxy-user"));
    }
    if (!proxy.isEmpty())
        state.builder.setProxy(proxy);
}

} // namespace

CommandTool makeCurl()
{
    CommandTool tool;
    tool.name = QStringLiteral("curl");
    const QString output = ImportStrings::tr("it is about curl's own output and run");
    noted(tool, NoteKind::Aside, output,
          "-s --silent -S --show-error -v --verbose -i --include -N --no-buffer -# --progress-bar -f --fail "
          "--fail-early "
          "--fail-with-body -g --globoff -O --remote-name --remote-name-all -J --remote-header-name -R "
          "--remote-time "
          "--remove-on-error --no-progress-meter --progress-meter --styled-output --no-clobber --create-dirs "
          "--trace-time --trace-ids -q --disable "
          "--parallel -Z --parallel-immediate --raw --xattr --skip-existing --http0.9 "
          "--suppress-connect-headers "
          "-B --use-ascii --ignore-content-length --expand-output --clobber --no-npn --alpn --path-as-is",
          "-o --output --output-dir -w --write-out -D --dump-header --trace --trace-ascii --trace-config -c "
          "--cookie-jar --stderr "
          "--limit-rate --libcurl -m --max-time -Y --speed-limit -y --speed-time --parallel-max --rate "
          "--create-file-mode "
          "--etag-save --max-filesize --happy-eyeballs-timeout-ms --expect100-timeout --random-file "
          "--egd-file");
    noted(
        tool, NoteKind::Ignored, ImportStrings::tr("a peer has no setting for it"),
        "-l --list-only -a --append -j --junk-session-cookies --tcp-fastopen --tcp-nodelay --no-keepalive "
        "--disable-eprt --disable-epsv --disallow-username-in-url --no-alpn --no-sessionid --crlf -p "
        "--proxytunnel "
        "--haproxy-protocol --metalink --compressed-ssh --tr-encoding --post301 --post302 --post303 "
        "--sasl-ir "
        "--doh-insecure --doh-cert-status --ftp-create-dirs --ftp-pasv --ftp-pret --ftp-skip-pasv-ip "
        "--ftp-ssl-ccc "
        "--ftp-ssl-control --mail-rcpt-allowfails --tftp-no-options --socks5-gssapi --socks5-gssapi-nec "
        "--mptcp --ech "
        "--form-escape --tls-earlydata",
        "--alt-svc --hsts -C --continue-at --delegation --engine --etag-compare --ftp-account "
        "--ftp-alternative-to-user --ftp-method -P "
        "--ftp-port "
        "--ftp-ssl-ccc-mode --hostpubmd5 --hostpubsha256 --keepalive-time --keepalive-cnt --krb "
        "--local-port --login-options "
        "--mail-auth --mail-from --mail-rcpt --max-redirs --proto --proto-default "
        "--proto-redir "
        "--pubkey -Q --quote -r --range --request-target --sasl-authzid --service-name --proxy-service-name "
        "--socks5-gssapi-service -t --telnet-option --tftp-blksize -z --time-cond "
        "--aws-sigv4 "
        "--ip-tos --vlan-priority --ipfs-gateway --variable --haproxy-clientip");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("the name is looked up as the system does it"), "",
          "--dns-interface --dns-ipv4-addr --dns-ipv6-addr --dns-servers --doh-url");
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("there is no setting for it: the system chooses the interface"), "",
          "--interface");
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("a socket without a file is not dialled: the connection goes to the URL's own "
                            "host"),
          "", "--abstract-unix-socket");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("only one proxy is gone through"), "", "--preproxy");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("the file is not read"), "-n --netrc --netrc-optional",
          "--netrc-file -K --config");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("only Basic and Bearer are known here"),
          "--anyauth --digest --negotiate --ntlm --ntlm-wb --proxy-anyauth --proxy-digest --proxy-negotiate "
          "--proxy-ntlm",
          "");
    noted(
        tool, NoteKind::Ignored, ImportStrings::tr("TLS versions, ciphers and stores are the system's"),
        "-1 --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 -2 --sslv2 -3 --sslv3 --ssl --ssl-reqd "
        "--ssl-allow-beast "
        "--ssl-no-revoke --ssl-revoke-best-effort --ssl-auto-client-cert --false-start --cert-status "
        "--ca-native --proxy-ca-native "
        "--proxy-insecure --proxy-tlsv1 --proxy-ssl-allow-beast --proxy-ssl-auto-client-cert",
        "--ciphers --curves --tls-max --tls13-ciphers --capath --crlfile --pinnedpubkey --cert-type "
        "--key-type --pass "
        "--tlsauthtype --tlspassword --tlsuser --proxy-cacert --proxy-capath --proxy-cert --proxy-cert-type "
        "--proxy-ciphers --proxy-crlfile --proxy-key --proxy-key-type --proxy-pass --proxy-pinnedpubkey "
        "--proxy-tls13-ciphers --proxy-tlsauthtype --proxy-tlspassword --proxy-tlsuser --sigalgs");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("a handshake is made over HTTP/1.1"),
          "-0 --http1.0 --http2 --http2-prior-knowledge --http3 --http3-only", "");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("an answer is read only as it is, not compressed"),
          "--compressed", "");
    on(tool, "-L --location", false, takeRedirects);
    on(tool, "--location-trusted", false, [](CommandState &s, const QString &v, const QString &place) {
        takeRedirects(s, v, place);
        s.builder.note(NoteKind::Changed, place,
                       ImportStrings::tr("credentials are sent to the URL's own host only"));
    });
    noted(tool, NoteKind::Ignored, ImportStrings::tr("a handshake is always a GET"), "-I --head", "");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("a peer is dialled again by its own settings"),
          "--retry-all-errors --retry-connrefused", "--retry --retry-delay --retry-max-time");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("a handshake has no body"), "",
          "-T --upload-file -F --form --form-string");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("the proxy gets no headers of its own"), "",
          "--proxy-header");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("proxies of this kind are not spoken to"), "",
          "--socks4 --socks4a --proxy1.0");
    on(tool, "--http1.1 --basic --proxy-basic --socks5-basic --no-location", false,
       [](CommandState &, const QString &, const QString &) {});
    on(tool, "-H --header", true, addHeaderOption);
    on(tool, "-u --user", true, takeBasic);
    on(tool, "--oauth2-bearer", true, takeBearer);
    on(tool, "-A --user-agent", true, header("User-Agent"));
    on(tool, "-b --cookie", true, takeCurlCookie);
    on(tool, "-e --referer", true, header("Referer"));
    on(tool, "-x --proxy", true, takeCurlProxy);
    on(tool, "-U --proxy-user", true, [](CommandState &s, const QString &v, const QString &) {
        s.seen.insert(QStringLiteral("proxy-user"), v);
    });
    on(tool, "--socks5 --socks5-hostname", true, [](CommandState &s, const QString &v, const QString &place) {
        takeCurlProxy(s, v.contains(QStringLiteral("://")) ? v : QStringLiteral("socks5://") + v, place);
    });
    on(tool, "--noproxy", true, [](CommandState &s, const QString &v, const QString &place) {
        s.builder.setNoProxy(v, place);
        s.seen.insert(QStringLiteral("noproxy"), v);
    });
    on(tool, "-k --insecure", false, takeInsecure);
    on(tool, "--cacert", true, textTo(&ProfileSettings::tlsCaFile));
    on(tool, "-E --cert", true, takeCurlCertificate);
    on(tool, "--key", true, textTo(&ProfileSettings::tlsClientKey));
    on(tool, "--connect-timeout", true, commandSecondsTo(&ProfileSettings::openTimeout));
    on(tool, "-X --request", true, takeMethod);
    on(tool, "-d --data --data-ascii --data-raw --data-binary --data-urlencode --json", true, takeData);
    on(tool, "-G --get", false,
       [](CommandState &s, const QString &, const QString &) { s.seen.insert(QStringLiteral("get"), {}); });
    on(tool, "--url-query", true, [](CommandState &s, const QString &v, const QString &) {
        s.builder.addQuery(v.section(u'=', 0, 0), v.section(u'=', 1));
    });
    on(tool, "--resolve", true, takeResolve);
    on(tool, "--connect-to", true, takeConnectTo);
    on(tool, "--unix-socket", true, [](CommandState &s, const QString &v, const QString &place) {
        s.builder.setConnectTo(QStringLiteral("unix:") + v, place);
    });
    on(tool, "--url", true, takeUrl);
    addAddressFamilies(tool);
    tool.finish = finishCurl;
    return tool;
}

} // namespace Pongwatch
