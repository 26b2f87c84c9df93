// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandoptions.h"

#include "settings/settingtext.h"
#include "workspace/importstrings.h"
#include "workspace/profilefields.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using Act = std::function<void(CommandState &, const QString &, const QString &)>;
using NoteKind = ImportNote::Kind;

void on(CommandTool &tool, const char *names, bool takesValue, const Act &action)
{
    for (const QString &name : QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts))
        tool.options[name] = {takesValue, action, NoteKind::Ignored, {}};
}

void noted(CommandTool &tool, NoteKind kind, const QString &why, const char *flags, const char *withValue)
{
    for (const QString &name : QString::fromLatin1(flags).split(u' ', Qt::SkipEmptyParts))
        tool.options[name] = {false, {}, kind, why};
    for (const QString &name : QString::fromLatin1(withValue).split(u' ', Qt::SkipEmptyParts))
        tool.options[name] = {true, {}, kind, why};
}

void addHeaderOption(CommandState &state, const QString &value, const QString &place)
{
    if (value.startsWith(u'@'))
        state.builder.ignore(place, ImportStrings::tr("the file with headers is not read"));
    else
        state.builder.addHeader(value, place);
}

Act header(const char *name)
{
    return
        [name = QString::fromLatin1(name)](CommandState &state, const QString &value, const QString &place) {
            if (value.isEmpty())
                state.builder.ignore(
                    place, ImportStrings::tr("the header %1 has no value: it is not sent").arg(name));
            else
                state.builder.addHeader(name, value, place);
        };
}

void takeUrl(CommandState &state, const QString &value, const QString & = {})
{
    if (!value.isEmpty() && !state.urls.contains(value))
        state.urls.append(value);
}

/// What looks like a URL or a host is one; what else a word may be is seen when all were read.
void takePositional(CommandState &state, const QString &word)
{
    if (CommandTool::isTarget(word) || word.contains(u'$'))
        takeUrl(state, word);
    else
        state.words.append(word);
}

void takeBasic(CommandState &state, const QString &value, const QString &)
{
    state.builder.setBasic(value);
}

void takeBearer(CommandState &state, const QString &value, const QString &)
{
    state.builder.setBearer(value);
}

void takeSubprotocols(CommandState &state, const QString &value, const QString &)
{
    state.builder.addSubprotocols(value);
}

void takeInsecure(CommandState &state, const QString &, const QString &place)
{
    state.builder.setInsecure(place);
}

void takeRedirects(CommandState &state, const QString &, const QString &)
{
    state.builder.settings().followRedirects = true;
}

Act textTo(std::optional<QString> ProfileSettings::*member)
{
    return [member](CommandState &state, const QString &value, const QString &) {
        state.builder.settings().*member = value;
    };
}

/// A number of seconds, as a person types it.
std::optional<nanoseconds> secondsOf(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !(number >= 0.001) || number > 86400)
        return std::nullopt;
    return fromSeconds(number);
}

template <typename Member>
Act commandSecondsTo(Member member)
{
    return [member](CommandState &state, const QString &value, const QString &place) {
        if (const auto duration = secondsOf(value))
            state.builder.settings().*member = *duration;
        else
            state.builder.ignore(
                place,
                ImportStrings::tr("“%1” is no number of seconds from 0.001 to 86,400").arg(value.left(30)));
    };
}

/// What an option of ours does, whose value is one plain text.
template <typename T>
Act ownAction(const Setting<T> &setting, const SettingOption &option)
{
    return [&setting, &option](CommandState &state, const QString &text, const QString &place) {
        ProfileSettings read;
        if (*option.value) {
            const auto value = parseSetting(setting, {}, text);
            if (!value) {
                state.builder.ignore(place, value.error().answer);
                return;
            }
            read.*setting.own = value.value();
        } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
            read.*setting.own = static_cast<T>(option.flagSets);
        }
        if (const QString complaint = complaintAbout(read); !complaint.isEmpty())
            state.builder.ignore(place, complaint);
        else
            state.builder.settings() = state.builder.settings().overlaidBy(read);
    };
}

void addAddressFamilies(CommandTool &tool)
{
    on(tool, "-4 --ipv4", false, [](CommandState &s, const QString &, const QString &) {
        s.builder.settings().addressFamily = AddressFamily::IPv4;
    });
    on(tool, "-6 --ipv6", false, [](CommandState &s, const QString &, const QString &) {
        s.builder.settings().addressFamily = AddressFamily::IPv6;
    });
}

/// "host:port" of a proxy in curl's forms; the user of --proxy-user is put in at the end.
void takeCurlProxy(CommandState &state, const QString &value, const QString &place)
{
    QString text = value;
    if (text.isEmpty()) { // curl: no proxy, whatever the environment says
        state.builder.settings().proxy = ProxySettings{ProxyKind::None, {}, 0, {}, {}};
        state.seen.remove(QStringLiteral("proxy"));
        return;
    }
    if (text.startsWith(QLatin1String("socks5h://"), Qt::CaseInsensitive))
        text.replace(0, 7, QStringLiteral("socks5")); // the proxy resolves the name in any case
    if (!text.contains(QStringLiteral("://")))
        text.prepend(QStringLiteral("http://"));
    const bool isKnown = text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                         text.startsWith(QLatin1String("socks5://"), Qt::CaseInsensitive);
    if (!isKnown) {
        state.complaint = ImportStrings::tr("proxies of the kind %1 are not spoken to")
                              .arg(text.section(u':', 0, 0).left(20));
        return;
    }
    // curl's own port for a proxy without one.
    static const QRegularExpression port(QStringLiteral(":\\d+/?$"));
    if (text.endsWith(u'/'))
        text.chop(1);
    if (!port.match(text).hasMatch()) {
        text += QStringLiteral(":1080");
        state.builder.note(NoteKind::Changed, place,
                           ImportStrings::tr("curl's own port for proxies, 1080, was put in"));
    }
    state.seen.insert(QStringLiteral("proxy"), text);
}

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

void takeCurlMethod(CommandState &state, const QString &value, const QString &place)
{
    if (value.compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
        state.builder.ignore(place, ImportStrings::tr("%1: a handshake is always a GET").arg(value.left(20)));
}

void takeData(CommandState &state, const QString &value, const QString &place)
{
    state.data.append({place, value});
}

QString placeOfVariable(const CommandState &state, const QString &name)
{
    const QString place = state.builder.place();
    return place.isEmpty() ? name : QStringLiteral("%1, %2").arg(place, name);
}

QString nameInEnvironment(const CommandState &state, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (state.environment.contains(QLatin1String(name)))
            return QString::fromLatin1(name);
    }
    return {};
}

/// What was set in front of the command and none of `used` is: told.
void tellRestOfEnvironment(CommandState &state, const QStringList &used)
{
    QStringList rest;
    for (auto it = state.environment.cbegin(); it != state.environment.cend(); ++it) {
        if (!used.contains(it.key()))
            rest.append(it.key());
    }
    rest.sort();
    if (!rest.isEmpty())
        state.builder.note(NoteKind::Aside, {},
                           ImportStrings::tr("%1 in front of the command says nothing about the connection")
                               .arg(rest.join(QStringLiteral(", "))));
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

/// Node's own: wscat knows nothing of proxies there.
void finishWscat(CommandState &state)
{
    QStringList used;
    if (state.environment.value(QStringLiteral("NODE_TLS_REJECT_UNAUTHORIZED")) == QStringLiteral("0")) {
        used.append(QStringLiteral("NODE_TLS_REJECT_UNAUTHORIZED"));
        state.builder.setInsecure(placeOfVariable(state, used.last()));
    }
    if (state.environment.contains(QStringLiteral("NODE_EXTRA_CA_CERTS"))) {
        used.append(QStringLiteral("NODE_EXTRA_CA_CERTS"));
        state.builder.ignore(placeOfVariable(state, used.last()),
                             ImportStrings::tr("authorities are the system's, or those of one file alone"));
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
    on(tool, "-X --request", true, takeCurlMethod);
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

CommandTool makeWscat()
{
    CommandTool tool;
    tool.name = QStringLiteral("wscat");
    on(tool, "-c --connect", true, takeUrl);
    on(tool, "-H --header", true, addHeaderOption);
    on(tool, "-s --subprotocol", true, takeSubprotocols);
    on(tool, "-o --origin", true, header("Origin"));
    on(tool, "--host", true, header("Host"));
    on(tool, "--auth", true, takeBasic);
    on(tool, "-n --no-check", false, takeInsecure);
    on(tool, "--ca", true, textTo(&ProfileSettings::tlsCaFile));
    on(tool, "--cert", true, textTo(&ProfileSettings::tlsClientCertificate));
    on(tool, "--key", true, textTo(&ProfileSettings::tlsClientKey));
    on(tool, "--proxy", true,
       [](CommandState &s, const QString &v, const QString &) { s.builder.setProxy(v); });
    on(tool, "-l --listen", true, [](CommandState &s, const QString &, const QString &) {
        s.complaint = ImportStrings::tr("it listens, and connects to nobody");
    });
    on(tool, "-p --protocol", true, [](CommandState &s, const QString &v, const QString &place) {
        s.builder.addHeader(QStringLiteral("Sec-WebSocket-Version"), v, place);
    });
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("what is sent after the connection is open is not taken"), "", "-x --execute");
    noted(tool, NoteKind::Ignored,
          ImportStrings::tr("the password of the client's key is not kept: the key must have none"), "",
          "--passphrase");
    on(tool, "-L --location", false, takeRedirects);
    noted(tool, NoteKind::Changed, ImportStrings::tr("at most 5 redirects are followed"), "",
          "--max-redirects");
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about wscat's own output and run"),
          "-P --show-ping-pong --slash --no-color -V --version", "-w --wait");
    tool.finish = finishWscat;
    return tool;
}

/// Ends that websocat joins to the connection, and layers around it: "autoreconnect:wss://…".
void takeWebsocatEnd(CommandState &state, const QString &word)
{
    // "ws-c:tcp:10.0.0.7:80" with --ws-c-uri: the address that is dialled for that URL.
    static const QRegularExpression dialled(
        QStringLiteral("^ws-(?:c|connect):(?:(?:ssl|tls)(?:-c|-connect)?:)?(?:tcp|tcp-connect|tcp-c|(unix|"
                       "unix-connect|unix-c)):(.+)$"));
    if (const auto way = dialled.match(word); way.hasMatch()) {
        state.builder.setConnectTo((way.captured(1).isEmpty() ? QString() : QStringLiteral("unix:")) +
                                       way.captured(2),
                                   word.section(u':', 0, 1));
        return;
    }
    static const QRegularExpression layered(QStringLiteral("^((?:[a-z0-9-]+:)+?)(wss?://.*)$"));
    const auto match = layered.match(word);
    if (match.hasMatch()) {
        state.builder.ignore(match.captured(1),
                             ImportStrings::tr("layers of websocat around the connection are not made"));
        takeUrl(state, match.captured(2));
    } else if (word.contains(QStringLiteral("://"))) {
        takeUrl(state, word);
    } else if (word == QStringLiteral("-")) {
        state.builder.note(NoteKind::Aside, word, ImportStrings::tr("the other end is the terminal"));
    } else {
        static const QRegularExpression target(QStringLiteral("^[\\w.-]+(:\\d+)?(/\\S*)?$"));
        if (state.urls.isEmpty() && target.match(word).hasMatch() &&
            (word.contains(u'.') || word.contains(u':')))
            takeUrl(state, word);
        else
            state.builder.ignore(word.section(u':', 0, 0).left(40),
                                 ImportStrings::tr("the other end that websocat joins is not made"));
    }
}

CommandTool makeWebsocat()
{
    CommandTool tool;
    tool.name = QStringLiteral("websocat");
    on(tool, "-H --header", true, addHeaderOption);
    on(tool, "--protocol", true, takeSubprotocols);
    on(tool, "--origin", true, header("Origin"));
    on(tool, "--basic-auth", true, takeBasic);
    on(tool, "-k --insecure", false, takeInsecure);
    on(tool, "--ping-interval", true, commandSecondsTo(&ProfileSettings::pingInterval));
    on(tool, "--ping-timeout", true, commandSecondsTo(&ProfileSettings::pingTimeout));
    on(tool, "--socks5", true, [](CommandState &s, const QString &v, const QString &) {
        s.builder.setProxy(QStringLiteral("socks5://") + v);
    });
    on(tool, "--ws-c-uri", true, takeUrl);
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about websocat's own output and run"),
          "-q -v --verbose -t --text -b --binary -1 --one-message -n --no-close -E --exit-on-eof -u "
          "--unidirectional -U "
          "--unidirectional-reverse -0 --null-terminated -S --strict --no-line --async-stdio "
          "--print-ping-rtts --line "
          "--no-fixups --linemode-zero-terminated --dump-spec --long-help --udp-oneshot --jsonrpc "
          "--jsonrpc-omit-jsonrpc "
          "--exit-on-hangup --max-messages-rev -e --set-environment --base64 --text-prefix",
          "-B --buffer-size --max-messages --queue-len --close-status-code --close-reason --header-to-env "
          "--uri "
          "--prometheus --read-buffer-limit");
    noted(
        tool, NoteKind::Ignored, ImportStrings::tr("a peer has no setting for it"),
        "--no-exit-on-zeromsg --inhibit-pongs --compress-deflate --compress-gzip --compress-zlib -s "
        "--server-mode -p --oneshot",
        "--client-pkcs12-der --client-pkcs12-passwd --tls-domain --autoreconnect-delay-millis "
        "--server-header "
        "--server-protocol --socks5-destination --socks5-bind-script --request-method --request-uri "
        "--request-header "
        "--restrict-uri --static-file --conncap --basic-auth-file --pkcs12-der --pkcs12-passwd --exec-args");
    tool.positional = takeWebsocatEnd;
    tool.finish = [](CommandState &state) { tellRestOfEnvironment(state, {}); };
    return tool;
}

/// Our own `pongwatch monitor` and `pongwatch ping`, as Copy As writes them.
CommandTool makePongwatch()
{
    CommandTool tool;
    tool.name = QStringLiteral("pongwatch");
    on(tool, "--name", true, [](CommandState &s, const QString &v, const QString &) { s.subject = v; });
    forEachSetting([&tool]<typename T>(const Setting<T> &setting) {
        for (const SettingOption &option : setting.options) {
            if (!option.name)
                continue;
            QByteArray names = QByteArray("--") + option.name;
            if (option.letter)
                names += QByteArray(" -") + option.letter;
            if constexpr (std::is_same_v<T, ProfileSettings::Headers>)
                on(tool, names.constData(), true, addHeaderOption);
            else if constexpr (std::is_same_v<T, QStringList>)
                on(tool, names.constData(), true, takeSubprotocols);
            else if constexpr (std::is_same_v<T, ProxySettings>)
                on(tool, names.constData(), true,
                   [](CommandState &s, const QString &v, const QString &) { s.builder.setProxy(v); });
            else if constexpr (isPlainOption<T>)
                on(tool, names.constData(), *option.value != '\0', ownAction(setting, option));
        }
    });
    on(tool, "--insecure", false, takeInsecure);
    on(tool, "--user", true, takeBasic);
    on(tool, "--bearer", true, takeBearer);
    // Those of `ping`.
    tool.options[QStringLiteral("-i")] = tool.options[QStringLiteral("--interval")] =
        tool.options[QStringLiteral("--ping-interval")];
    tool.options[QStringLiteral("-W")] = tool.options[QStringLiteral("--timeout")] =
        tool.options[QStringLiteral("--ping-timeout")];
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about one run, and no setting of a peer"),
          "-q --quiet --no-history --minimized --demo",
          "--duration --output --report --history -c --count -w --deadline --language --metrics --screenshot "
          "--after");
    tool.positional = [](CommandState &s, const QString &word) {
        static const QStringList commands = {QStringLiteral("monitor"), QStringLiteral("ping"),
                                             QStringLiteral("examine"), QStringLiteral("trace")};
        if (!commands.contains(word) || !s.urls.isEmpty())
            takePositional(s, word);
    };
    tool.finish = [](CommandState &state) { tellRestOfEnvironment(state, {}); };
    return tool;
}

QString withWebSocketScheme(const QString &target)
{
    return target.contains(QStringLiteral("://")) ? target : QStringLiteral("ws://") + target;
}

} // namespace

bool CommandTool::isKnown(const QString &program)
{
    static const QStringList names = {QStringLiteral("curl"), QStringLiteral("wscat"),
                                      QStringLiteral("websocat"), QStringLiteral("pongwatch")};
    return names.contains(program);
}

CommandTool CommandTool::named(const QString &program)
{
    CommandTool tool = program == QStringLiteral("curl")       ? makeCurl()
                       : program == QStringLiteral("wscat")    ? makeWscat()
                       : program == QStringLiteral("websocat") ? makeWebsocat()
                                                               : makePongwatch();
    if (!tool.positional)
        tool.positional = [](CommandState &state, const QString &word) { takePositional(state, word); };
    // curl's http:// and wscat's ws:// come to the same.
    tool.withScheme = withWebSocketScheme;
    return tool;
}

const CommandOption *CommandTool::find(const QString &option) const
{
    const auto found = options.find(option);
    return found == options.end() ? nullptr : &found->second;
}

bool CommandTool::isTarget(const QString &word)
{
    static const QRegularExpression target(
        QStringLiteral("^\\w+://|^[\\w.-]+:\\d+(/|$)|^[\\w-]+(\\.[\\w-]+)+(/|$)|^localhost(/|$)"));
    return target.match(word).hasMatch();
}

void expandShellVariables(QString &text, const QHash<QString, QString> &variables,
                          const std::function<void(const QString &)> &used)
{
    if (variables.isEmpty() || !text.contains(u'$'))
        return;
    static const QRegularExpression variable(QStringLiteral("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))"));
    QString result;
    qsizetype at = 0;
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1) + match.captured(2);
        if (!variables.contains(name))
            continue;
        result += QStringView(text).mid(at, match.capturedStart() - at);
        result += variables.value(name).left(8192);
        at = match.capturedEnd();
        used(name);
    }
    text = result + text.mid(at);
}

QString missingShellVariable(const QString &url)
{
    static const QRegularExpression variable(QStringLiteral("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))"));
    const qsizetype query = url.indexOf(u'?');
    for (auto it = variable.globalMatch(url); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool isWholeValue = query >= 0 && match.capturedStart() > query &&
                                  match.captured(1).isEmpty() && url[match.capturedStart() - 1] == u'=' &&
                                  (match.capturedEnd() == url.size() || url[match.capturedEnd()] == u'&');
        if (!isWholeValue)
            return match.captured(1) + match.captured(2);
    }
    return {};
}

} // namespace Pongwatch
