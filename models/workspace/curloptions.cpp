// SPDX-License-Identifier: GPL-3.0-or-later
// The options of curl, from its manual.
#include "workspace/commandactions.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using namespace CommandActions;

/// The contents of the brackets of "[::1]"; otherwise the text itself.
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

/// --connect-to "HOST1:PORT1:HOST2:PORT2"; each part may be empty.
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
    // "FILE:PASSWORD"; a Windows path has a colon after its drive letter.
    const qsizetype colon = value.indexOf(u':', value.size() > 1 && value[1] == u':' ? 2 : 0);
    state.builder.settings().tlsClientCertificate = value.left(colon < 0 ? value.size() : colon);
    if (colon >= 0)
        state.builder.ignore(
            place, ImportStrings::tr("the password of the client's key is not kept: the key must have none"));
}

/// Keeps what may be in a query, because it is already encoded; encodes what can't be there at
/// all.
QString asQueryText(const QString &text)
{
    QString result(QStringLiteral("")); // empty, but not null: null means a file
    for (const char byte : text.toUtf8()) {
        const QChar c = QLatin1Char(byte);
        const bool isPlain =
            c < QChar(0x80) && (c.isLetterOrNumber() || QStringView(u"%-._~!$&'()*+,;=:@/?").contains(c));
        result += isPlain ? QString(c) : QString::fromLatin1(QByteArray(1, byte).toPercentEncoding());
    }
    return result;
}

/// "name=value&…", "@file"
void takeData(CommandState &state, const QString &value, const QString &place)
{
    state.data.append({place, value.startsWith(u'@') ? QString() : asQueryText(value)});
}

void takeRawData(CommandState &state, const QString &value, const QString &place)
{
    state.data.append({place, asQueryText(value)});
}

/// "content", "=content", "name=content", "@file", "name@file"; null for a file (curl's manual,
/// --data-urlencode).
QString urlEncoded(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^([^=@]*)([=@])(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(value);
    if (match.captured(2) == QStringLiteral("@"))
        return {};
    const QString content = match.hasMatch() ? match.captured(3) : value;
    // A reference to a secret is not encoded (see urlreferences.h).
    const bool isReference = SecretReference::parse(content).value_or(SecretReference{}).kind ==
                             SecretReference::Kind::Environment;
    const QString encoded = isReference ? content : QString::fromLatin1(QUrl::toPercentEncoding(content));
    return match.captured(1).isEmpty() ? encoded : QString(match.captured(1) + u'=' + encoded);
}

void takeEncodedData(CommandState &state, const QString &value, const QString &place)
{
    state.data.append({place, urlEncoded(value)});
}

void takeUrlQuery(CommandState &state, const QString &value, const QString &place)
{
    const QString text = value.startsWith(u'+') ? asQueryText(value.mid(1)) : urlEncoded(value);
    if (text.isNull())
        state.builder.ignore(place, ImportStrings::tr("the file is not read"));
    else
        state.builder.addQueryText(text);
}

/// The URLs that a pattern stands for: "{a,b}" and "[1-3]" (curl's manual, "URL"). Empty: too many.
QStringList globbedUrls(const QString &url)
{
    constexpr qsizetype most = 100;
    static const QRegularExpression set(QStringLiteral("\\{([^{}]*,[^{}]*)\\}"));
    static const QRegularExpression range(
        QStringLiteral("\\[(?:(\\d{1,9})-(\\d{1,9})|([a-z])-([a-z])|([A-Z])-([A-Z]))(?::(\\d{1,9}))?\\]"));
    QStringList open = {url};
    QStringList done;
    while (!open.isEmpty()) {
        const QString next = open.takeFirst();
        QStringList parts;
        QRegularExpressionMatch match = set.match(next);
        if (match.hasMatch()) {
            parts = match.captured(1).split(u',');
        } else if (match = range.match(next); match.hasMatch()) {
            const bool isNumber = match.hasCaptured(1) && !match.captured(1).isEmpty();
            const QString from = match.captured(1) + match.captured(3) + match.captured(5);
            const QString to = match.captured(2) + match.captured(4) + match.captured(6);
            const qint64 first = isNumber ? from.toLongLong() : from.front().unicode();
            const qint64 last = isNumber ? to.toLongLong() : to.front().unicode();
            const qint64 step = std::max<qint64>(1, match.captured(7).toLongLong());
            const int width = isNumber && from.startsWith(u'0') ? int(from.size()) : 0;
            for (qint64 i = first; i <= last && parts.size() <= most; i += step)
                parts.append(isNumber ? QStringLiteral("%1").arg(i, width, 10, QChar(u'0'))
                                      : QString(QChar(ushort(i))));
        }
        if (parts.isEmpty())
            done.append(next);
        for (const QString &part : std::as_const(parts))
            open.append(next.left(match.capturedStart()) + part + next.mid(match.capturedEnd()));
        if (open.size() + done.size() > most)
            return {};
    }
    return done;
}

void takeGlobbedUrls(CommandState &state)
{
    if (state.seen.contains(QStringLiteral("globoff")))
        return;
    QStringList urls;
    for (const QString &url : std::as_const(state.urls)) {
        const QStringList all = globbedUrls(url);
        if (all.isEmpty())
            state.complaint = ImportStrings::tr("its URL stands for more than %1 of them").arg(100);
        urls += all;
    }
    state.urls = urls;
}

/// The variables that curl reads (its manual, ENVIRONMENT); options take precedence.
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

/// With -G the data go into the query; otherwise they are a body, which a handshake can't have.
void finishCurl(CommandState &state)
{
    for (const auto &[place, data] : std::as_const(state.data)) {
        if (!state.seen.contains(QStringLiteral("get"))) {
            state.builder.ignore(place, ImportStrings::tr("a handshake has no body"));
            continue;
        }
        if (data.isNull())
            state.builder.ignore(place, ImportStrings::tr("the file is not read"));
        for (const QString &pair : data.split(u'&', Qt::SkipEmptyParts))
            state.builder.addQueryText(pair);
    }
    if (state.urls.isEmpty() && state.words.isEmpty() && state.seen.contains(QStringLiteral("config")))
        state.complaint = ImportStrings::tr("its URL is in a file that is not read");
    takeGlobbedUrls(state);
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
          "--fail-with-body -O --remote-name --remote-name-all -J --remote-header-name -R "
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
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("the password of the client's key is not kept: the key must have none"), "",
          "--pass");
    noted(tool, NoteKind::Ignored, ImportStrings::tr("the file is not read"), "-n --netrc --netrc-optional",
          "--netrc-file");
    on(tool, "-K --config", true, [](CommandState &s, const QString &, const QString &place) {
        s.builder.ignore(place, ImportStrings::tr("the file is not read"));
        s.seen.insert(QStringLiteral("config"), {});
    });
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
        "--key-type "
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
    on(tool, "--http1.1 --basic --proxy-basic --socks5-basic", false,
       [](CommandState &, const QString &, const QString &) {});
    on(tool, "--no-location --no-location-trusted", false,
       [](CommandState &s, const QString &, const QString &) {
           s.builder.settings().followRedirects.reset();
       });
    on(tool, "--no-insecure", false,
       [](CommandState &s, const QString &, const QString &) { s.builder.settings().tlsVerify.reset(); });
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
    on(tool, "-d --data --data-ascii --data-binary --json", true, takeData);
    on(tool, "--data-raw", true, takeRawData);
    on(tool, "--data-urlencode", true, takeEncodedData);
    on(tool, "-G --get", false,
       [](CommandState &s, const QString &, const QString &) { s.seen.insert(QStringLiteral("get"), {}); });
    on(tool, "--url-query", true, takeUrlQuery);
    on(tool, "-g --globoff", false, [](CommandState &s, const QString &, const QString &) {
        s.seen.insert(QStringLiteral("globoff"), {});
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
