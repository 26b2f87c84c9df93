// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandcopy.h"

#include "engine/values/foreigntext.h"
#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "settings/proxytext.h"
#include "settings/settingtext.h"
#include "workspace/csvtable.h"
#include "workspace/jsonvalue.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/secretsintext.h"
#include "workspace/shellwords.h"
#include "workspace/urlreferences.h"
#include "workspace/workspacereader.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// A text with variables: what is copied never contains a secret, only the name of where it is stored.
class CopiedText
{
public:
    CopiedText() = default;
    CopiedText(const QString &text) // NOLINT(google-explicit-constructor): most texts have no variable
    {
        add(text);
    }

    CopiedText &add(const QString &text)
    {
        if (!text.isEmpty())
            m_pieces.append({text, false});
        return *this;
    }
    CopiedText &add(const CopiedText &other)
    {
        m_pieces += other.m_pieces;
        return *this;
    }
    CopiedText &addVariable(const QString &name)
    {
        m_pieces.append({name, true});
        return *this;
    }

    /// A word for a POSIX shell, which expands the variables.
    [[nodiscard]] QString forShell() const
    {
        QString plain;
        QString quoted;
        bool hasVariable = false;
        for (const auto &[text, isVariable] : m_pieces) {
            hasVariable = hasVariable || isVariable;
            plain += text;
            quoted += !isVariable ? betweenDoubleQuotes(text) : u'$' + text;
        }
        return hasVariable ? u'"' + quoted + u'"' : joinShellWords({plain});
    }

    /// A Python expression.
    [[nodiscard]] QString forPython() const
    {
        QStringList parts;
        for (const auto &[text, isVariable] : m_pieces) {
            // JSON's escapes are Python's, too.
            const QString literal = QString::fromUtf8(quoteJson(text));
            parts.append(isVariable ? QStringLiteral("os.environ[%1]").arg(literal) : literal);
        }
        return parts.isEmpty() ? QStringLiteral("\"\"") : parts.join(QStringLiteral(" + "));
    }

private:
    static QString betweenDoubleQuotes(QString text)
    {
        for (const QChar c : {u'\\', u'"', u'$', u'`'})
            text.replace(c, QString(u'\\' + QString(c)));
        return text;
    }

    friend bool operator==(const CopiedText &, const CopiedText &) = default;

    QList<std::pair<QString, bool>> m_pieces;
};

/// A command line under construction.
class Line
{
public:
    explicit Line(const QStringList &words)
        : m_text(joinShellWords(words))
    {
    }

    void add(const CopiedText &word) { m_text += u' ' + word.forShell(); }
    void add(const QString &option, const CopiedText &value)
    {
        add(option);
        add(value);
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

QString variableOf(const std::optional<SecretReference> &reference)
{
    return reference && reference->kind == SecretReference::Kind::Environment
               ? reference->name
               : QStringLiteral("PONGWATCH_SECRET");
}

bool isReferenceText(const QString &text)
{
    return SecretReference::parse(text).value_or(SecretReference()).kind != SecretReference::Kind::None;
}

/// The value of a header: a variable if it is a secret, or a reference to one.
CopiedText headerValue(const std::pair<QString, QString> &header)
{
    if (isReferenceText(header.second) || isSecretName(header.first) || looksLikeSecret(header.second))
        return CopiedText().addVariable(variableOf(SecretReference::parse(header.second)));
    return header.second;
}

/// Each of the sub-protocols; a token among them becomes a variable.
QList<CopiedText> subprotocolTexts(const QStringList &protocols)
{
    const QStringList masked = maskedSubprotocols(protocols);
    QList<CopiedText> texts;
    for (qsizetype i = 0; i < protocols.size(); ++i)
        if (isReferenceText(protocols[i]) || masked[i] != protocols[i])
            texts.append(CopiedText().addVariable(variableOf(SecretReference::parse(protocols[i]))));
        else
            texts.append(protocols[i]);
    return texts;
}

/// A URL, with variables for secrets, or references to them, in its query.
CopiedText urlText(const QUrl &url)
{
    static const QString mark = QStringLiteral("keychain:");
    const QUrl without = withoutSecrets(url, [](const QString &, const QString &) {
        return SecretReference{SecretReference::Kind::Environment, variableOf(std::nullopt)};
    });
    QString text = without.toString(QUrl::FullyEncoded);
    CopiedText copied;
    const qsizetype query = text.indexOf(u'?');
    copied.add(query < 0 ? text : text.left(query + 1));
    if (query < 0)
        return copied;
    bool isFirst = true;
    for (const QString &item : text.mid(query + 1).split(u'&')) {
        if (!isFirst)
            copied.add(QStringLiteral("&"));
        isFirst = false;
        const QString value = item.section(u'=', 1);
        const auto reference = SecretReference::parse(QUrl::fromPercentEncoding(value.toUtf8()));
        // An encoded dollar sign does not begin a reference (see urlreferences.h).
        const bool isReference = (value.startsWith(u'$') || value.startsWith(mark)) && reference &&
                                 reference->kind != SecretReference::Kind::None;
        copied.add(isReference ? QString(item.section(u'=', 0, 0) + u'=') : item);
        if (isReference)
            copied.addVariable(variableOf(reference));
    }
    return copied;
}

struct Source {
    QString name;
    ConnectionSettings settings;
    ProfileSettings own;
};

void addHeaders(Line &line, const Source &source, const QString &option)
{
    for (const auto &header : source.settings.headers)
        line.add(option, CopiedText(header.first + QStringLiteral(": ")).add(headerValue(header)));
}

void addBearer(Line &line, const Source &source, const QString &option)
{
    if (source.settings.auth.kind == AuthKind::Bearer)
        line.add(option, CopiedText(QStringLiteral("Authorization: Bearer "))
                             .addVariable(variableOf(source.own.authSecret)));
}

void addBasic(Line &line, const Source &source, const QString &option)
{
    if (source.settings.auth.kind == AuthKind::Basic)
        line.add(option, CopiedText(QString(source.settings.auth.user + u':'))
                             .addVariable(variableOf(source.own.authSecret)));
}

void addText(Line &line, const QString &option, const QString &value)
{
    if (!value.isEmpty())
        line.add(option, value);
}

/// Adds the proxy, with its password as a variable.
void addProxy(Line &line, const Source &source, const QString &option)
{
    const QString text = proxyText(source.settings.proxy);
    const bool hasSecret =
        source.own.proxySecret.value_or(SecretReference{}).kind != SecretReference::Kind::None;
    const qsizetype at = text.lastIndexOf(u'@');
    if (hasSecret && at > 0)
        line.add(option, CopiedText(QString(text.left(at) + u':'))
                             .addVariable(variableOf(source.own.proxySecret))
                             .add(text.mid(at)));
    else
        line.add(option, text);
}

/// Adds a setting as options of `pongwatch monitor`, unless it is the program's default.
template <typename T>
void addOption(Line &line, const Source &source, const Setting<T> &setting)
{
    const SettingOption &option = setting.options.front();
    if (!option.name)
        return;
    const auto value = setting.inUse.read(source.settings);
    // What belongs to something optional, like a heartbeat, has no default of its own.
    if (!value ||
        (*value == setting.inUse.read(ConnectionSettings()).value_or(T()) && !option.isAlwaysCopied))
        return;
    const auto nameOf = [](const SettingOption &one) {
        return one.letter ? QStringLiteral("-%1").arg(QLatin1Char(one.letter))
                          : QStringLiteral("--") + QLatin1String(one.name);
    };
    if constexpr (std::is_same_v<T, ProfileSettings::Headers>) {
        addHeaders(line, source, nameOf(option));
    } else if constexpr (std::is_same_v<T, QStringList>) {
        for (const CopiedText &text : subprotocolTexts(*value))
            line.add(nameOf(option), text);
    } else if constexpr (DialoguePart<T>) {
        for (const QString &text : linesOf(withMaskedSecrets(*value)))
            line.add(nameOf(option), text);
    } else if constexpr (std::is_same_v<T, ProxySettings>) {
        addProxy(line, source, nameOf(option));
    } else if constexpr (std::is_same_v<T, AuthKind>) {
        addBasic(line, source, nameOf(setting.options[0]));
        if (*value == AuthKind::Bearer)
            line.add(nameOf(setting.options[1]), CopiedText().addVariable(variableOf(source.own.authSecret)));
    } else if (*option.value) {
        if constexpr (isPlainOption<T>) {
            QString text = settingText(setting, *value);
            if constexpr (std::is_same_v<T, QString>)
                text = setting.form == TextForm::Message ? withMaskedSecrets(text) : text;
            if (!text.isEmpty())
                line.add(nameOf(option), text);
        }
    } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
        for (const SettingOption &flag : setting.options)
            if (flag.name && flag.flagSets == static_cast<int>(*value))
                line.add(QString(QStringLiteral("--") + QLatin1String(flag.name)));
    }
}

/// Settings that determine where and how to connect, but for which a tool has no option: they are listed in a
/// comment at the top, so that nobody takes a different connection for the same one.
enum class Detour : quint8 { ConnectTo, Proxy, AddressFamily, CaFile, ClientCertificate };

QString remarkAbout(const Source &source, const char *tool, std::initializer_list<Detour> without)
{
    const ConnectionSettings &s = source.settings;
    QStringList missing;
    for (const Detour one : without) {
        if (one == Detour::ConnectTo && !s.connectTo.isEmpty())
            missing.append(QStringLiteral("connect_to"));
        if (one == Detour::Proxy && s.proxy.kind != ProxyKind::System && s.proxy.kind != ProxyKind::None)
            missing.append(QStringLiteral("proxy"));
        if (one == Detour::AddressFamily && s.addressFamily != AddressFamily::Any)
            missing.append(QStringLiteral("address_family"));
        if (one == Detour::CaFile && !s.tls.caFile.isEmpty())
            missing.append(QStringLiteral("tls.ca_file"));
        if (one == Detour::ClientCertificate && !s.tls.clientCertificate.isEmpty())
            missing.append(QStringLiteral("tls.client_certificate"));
    }
    return missing.isEmpty() ? QString()
                             : QStringLiteral("# Not possible with %1: %2\n")
                                   .arg(QLatin1String(tool), missing.join(QStringLiteral(", ")));
}

QString pongwatchLine(const Source &source)
{
    Line line({QStringLiteral("pongwatch"), QStringLiteral("monitor")});
    line.add(urlText(source.settings.url));
    line.add(QStringLiteral("--name"), source.name);
    forEachSetting([&](const auto &setting) { addOption(line, source, setting); });
    return line.text();
}

QString websocatLine(const Source &source)
{
    const ConnectionSettings &s = source.settings;
    Line line({QStringLiteral("websocat")});
    if (s.keepalive.interval)
        line.add(QStringLiteral("--ping-interval"), plainSeconds(*s.keepalive.interval));
    if (s.keepalive.interval && s.keepalive.timeout)
        line.add(QStringLiteral("--ping-timeout"), plainSeconds(*s.keepalive.timeout));
    addHeaders(line, source, QStringLiteral("-H"));
    addBearer(line, source, QStringLiteral("-H"));
    addBasic(line, source, QStringLiteral("--basic-auth"));
    if (!s.subprotocols.isEmpty()) {
        CopiedText all;
        for (const CopiedText &one : subprotocolTexts(s.subprotocols))
            all.add(all == CopiedText() ? QString() : QStringLiteral(",")).add(one);
        line.add(QStringLiteral("--protocol"), all);
    }
    addText(line, QStringLiteral("--origin"), s.origin);
    if (!s.tls.verify)
        line.add(QStringLiteral("-k"));
    const bool isSocks = s.proxy.kind == ProxyKind::Socks5;
    if (isSocks)
        line.add(QStringLiteral("--socks5"),
                 QStringLiteral("%1:%2").arg(s.proxy.host, QString::number(s.proxy.port)));
    line.add(urlText(s.url));
    QString remark =
        remarkAbout(source, "websocat",
                    {Detour::ConnectTo, Detour::AddressFamily, Detour::CaFile, Detour::ClientCertificate});
    if (!isSocks)
        remark += remarkAbout(source, "websocat", {Detour::Proxy});
    return remark + line.text();
}

QString wscatLine(const Source &source)
{
    const ConnectionSettings &s = source.settings;
    Line line({QStringLiteral("wscat"), QStringLiteral("-c")});
    line.add(urlText(s.url));
    line.add(QStringLiteral("-P"));
    addHeaders(line, source, QStringLiteral("-H"));
    addBearer(line, source, QStringLiteral("-H"));
    addBasic(line, source, QStringLiteral("--auth"));
    for (const CopiedText &protocol : subprotocolTexts(s.subprotocols))
        line.add(QStringLiteral("-s"), protocol);
    addText(line, QStringLiteral("-o"), s.origin);
    addText(line, QStringLiteral("--ca"), s.tls.caFile);
    addText(line, QStringLiteral("--cert"), s.tls.clientCertificate);
    addText(line, QStringLiteral("--key"), s.tls.clientKey);
    if (!s.tls.verify)
        line.add(QStringLiteral("-n"));
    if (s.followRedirects)
        line.add(QStringLiteral("-L"));
    const bool isHttp = s.proxy.kind == ProxyKind::Http;
    if (isHttp)
        addProxy(line, source, QStringLiteral("--proxy"));
    QString remark = remarkAbout(source, "wscat", {Detour::ConnectTo, Detour::AddressFamily});
    if (!isHttp)
        remark += remarkAbout(source, "wscat", {Detour::Proxy});
    return remark + line.text();
}

/// Text as a Python string: JSON's escapes are also Python's.
QString python(const QString &text)
{
    return QString::fromUtf8(quoteJson(text));
}

/// Creates the TLS context before the connection; empty if the library's default is enough.
QString pythonContext(const TlsSettings &tls)
{
    if (tls == TlsSettings())
        return {};
    QString text =
        QStringLiteral("    context = ssl.create_default_context(%1)\n")
            .arg(tls.caFile.isEmpty() ? QString() : QStringLiteral("cafile=") + python(tls.caFile));
    if (!tls.clientCertificate.isEmpty())
        text += QStringLiteral("    context.load_cert_chain(%1, %2)\n")
                    .arg(python(tls.clientCertificate), python(tls.clientKey));
    if (!tls.verify)
        text +=
            QStringLiteral("    context.check_hostname = False\n    context.verify_mode = ssl.CERT_NONE\n");
    return text;
}

QString pythonProgram(const Source &source)
{
    const ConnectionSettings &s = source.settings;
    const auto limit = [](const std::optional<nanoseconds> &value) {
        return value ? plainSeconds(*value) : QStringLiteral("None");
    };
    QStringList headers;
    for (const auto &header : s.headers)
        headers.append(QStringLiteral("(%1, %2)").arg(python(header.first), headerValue(header).forPython()));
    const QString secret = CopiedText().addVariable(variableOf(source.own.authSecret)).forPython();
    if (s.auth.kind == AuthKind::Bearer)
        headers.append(QStringLiteral("(\"Authorization\", \"Bearer \" + %1)").arg(secret));
    if (s.auth.kind == AuthKind::Basic)
        headers.append(
            QStringLiteral("(\"Authorization\", \"Basic \" + base64.b64encode((%1 + %2).encode()).decode())")
                .arg(python(s.auth.user + u':'), secret));

    QStringList arguments = {
        urlText(s.url).forPython(),
        QStringLiteral("ping_interval=") + limit(s.keepalive.interval),
        QStringLiteral("ping_timeout=") + limit(s.keepalive.timeout),
        QStringLiteral("open_timeout=") + plainSeconds(s.openTimeout),
        QStringLiteral("close_timeout=") + plainSeconds(s.closeTimeout),
    };
    QString connect = QStringLiteral("connect");
    if (!s.connectTo.isEmpty()) {
        if (const Result<ConnectTarget> other = parseConnectTo(s.connectTo)) {
            if (other.value().socketPath.isEmpty()) {
                arguments.append(QStringLiteral("host=") + python(other.value().host));
                arguments.append(QStringLiteral("port=%1").arg(other.value().port));
            } else {
                connect = QStringLiteral("unix_connect");
                arguments[0].prepend(python(other.value().socketPath) + QStringLiteral(", "));
            }
        }
    }
    if (s.addressFamily != AddressFamily::Any)
        arguments.append(s.addressFamily == AddressFamily::IPv6 ? QStringLiteral("family=socket.AF_INET6")
                                                                : QStringLiteral("family=socket.AF_INET"));
    if (s.maxMessageBytes != ConnectionSettings().maxMessageBytes)
        arguments.append(QStringLiteral("max_size=%1").arg(s.maxMessageBytes));
    QString before = s.url.scheme() == QStringLiteral("wss") ? pythonContext(s.tls) : QString();
    if (!before.isEmpty())
        arguments.append(QStringLiteral("ssl=context"));
    if (!headers.isEmpty()) {
        before += QStringLiteral("    # Version 14 has renamed the argument.\n"
                                 "    new = int(websockets.__version__.split(\".\")[0]) >= 14\n"
                                 "    headers = \"additional_headers\" if new else \"extra_headers\"\n");
        arguments.append(QStringLiteral("**{headers: [%1]}").arg(headers.join(QStringLiteral(", "))));
    }
    if (!s.subprotocols.isEmpty()) {
        QStringList names;
        for (const CopiedText &one : subprotocolTexts(s.subprotocols))
            names.append(one.forPython());
        arguments.append(QStringLiteral("subprotocols=[%1]").arg(names.join(QStringLiteral(", "))));
    }
    if (!s.origin.isEmpty())
        arguments.append(QStringLiteral("origin=") + python(s.origin));
    return remarkAbout(source, "websockets", {Detour::Proxy}) +
           QStringLiteral("import asyncio, base64, os, socket, ssl\n"
                          "import websockets\n"
                          "\n"
                          "async def main():\n"
                          "%1"
                          "    async with websockets.%2(\n"
                          "        %3,\n"
                          "    ) as connection:\n"
                          "        async for message in connection:\n"
                          "            print(message)\n"
                          "\n"
                          "asyncio.run(main())\n")
               .arg(before, connect, arguments.join(QStringLiteral(",\n        ")));
}

QString tableCell(const QString &text)
{
    return QString::fromUtf8(csvCell(quotedForSpreadsheet(text)));
}

/// The value of a setting in one cell: one header per line, sub-protocols separated by commas, parts of a
/// dialogue as JSON.
QString csvCellOf(const JsonValue &value)
{
    if (value.kind() == JsonValue::Kind::String)
        return tableCell(value.toString());
    if (!value.isContainer()) {
        // Where the point groups digits, a spreadsheet would read "0.125" as 125, but not "0.1250".
        static const QRegularExpression grouped(QStringLiteral("^-?\\d{1,3}\\.\\d{3}$"));
        const QString number = QString::fromLatin1(value.token());
        return grouped.match(number).hasMatch() ? QString(number + u'0') : number;
    }
    QStringList lines;
    bool arePairs = false;
    for (const JsonMember &element : value.children()) {
        if (value.kind() == JsonValue::Kind::Object || element.value.kind() == JsonValue::Kind::Object)
            return tableCell(QString::fromUtf8(writeJsonLine(value)));
        const std::vector<JsonMember> &pair = element.value.children();
        arePairs = arePairs || pair.size() == 2;
        lines.append(pair.size() == 2
                         ? QStringLiteral("%1: %2").arg(pair[0].value.toString(), pair[1].value.toString())
                         : element.value.toString());
    }
    return tableCell(lines.join(arePairs ? QStringLiteral("\n") : QStringLiteral(", ")));
}

/// The variable that replaces a secret.
SecretReference exportedSecret()
{
    return {SecretReference::Kind::Environment, QStringLiteral("PONGWATCH_SECRET")};
}

void hideSecrets(ProfileSettings &settings)
{
    Profile profile;
    profile.own = settings;
    for (const ImportedSecret &secret : takeSecretsOutOf(profile)) {
        const QString reference = SecretReference{SecretReference::Kind::Keychain, secret.name}.text();
        if (profile.own.headers) {
            for (auto &header : *profile.own.headers)
                if (header.second == reference)
                    header.second = exportedSecret().text();
        }
        if (profile.own.subprotocols)
            profile.own.subprotocols->replaceInStrings(reference, exportedSecret().text());
    }
    settings = profile.own;
    // References don't work in text that is sent.
    if (settings.heartbeatSend)
        settings.heartbeatSend = withMaskedSecrets(*settings.heartbeatSend);
    forEachSetting([&settings]<typename T>(const Setting<T> &setting) {
        if constexpr (DialoguePart<T>) {
            if (std::optional<T> &part = settings.*setting.own)
                part = withMaskedSecrets(*part);
        }
    });
}

/// What may be exported: no guests, and references instead of secrets in plain text.
Workspace withoutPlainSecrets(const Workspace &workspace)
{
    Workspace copy = workspace.withoutGuests();
    hideSecrets(copy.defaults);
    for (ProfileGroup &group : copy.groups)
        hideSecrets(group.defaults);
    for (const ProfilePlace &place : copy.places()) {
        Profile &profile = copy.at(place);
        hideSecrets(profile.own);
        const QUrl url(profile.url);
        const QUrl without =
            withoutSecrets(url, [](const QString &, const QString &) { return exportedSecret(); });
        if (without != url)
            profile.url = without.toString(QUrl::FullyEncoded);
    }
    return copy;
}

} // namespace

QString copyAsCommand(const Workspace &workspace, const ProfilePlace &place, CommandKind kind)
{
    const Source source{workspace.at(place).name, workspace.effectiveSettings(place),
                        workspace.layeredSettings(place)};
    switch (kind) {
    case CommandKind::Pongwatch:
        return pongwatchLine(source);
    case CommandKind::PythonWebsockets:
        return pythonProgram(source);
    case CommandKind::Websocat:
        return websocatLine(source);
    case CommandKind::Wscat:
        return wscatLine(source);
    }
    return {};
}

QString exportCsv(const Workspace &whole)
{
    const Workspace workspace = withoutPlainSecrets(whole);
    const std::vector<ProfileField> fields = profileFields();
    QStringList columns = {QStringLiteral("name"), QStringLiteral("url"), QStringLiteral("enabled"),
                           QStringLiteral("tags"), QStringLiteral("group")};
    for (const ProfileField &field : fields)
        columns.append(field.path());
    QString text = columns.join(u',') + QStringLiteral("\r\n");
    for (const ProfilePlace &place : workspace.places()) {
        const Profile &profile = workspace.at(place);
        QStringList cells = {tableCell(profile.name), tableCell(profile.url),
                             profile.enabled ? QStringLiteral("true") : QStringLiteral("false"),
                             tableCell(profile.tags.join(u' ')),
                             tableCell(place.group ? workspace.groups[*place.group].name : QString())};
        // A table has no defaults: what a profile inherits is written out.
        const ProfileSettings settings = workspace.layeredSettings(place);
        for (const ProfileField &field : fields) {
            const std::optional<JsonValue> value = field.write(settings);
            cells.append(value ? csvCellOf(*value) : QString());
        }
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text;
}

QByteArray exportJson(const Workspace &workspace)
{
    return writeWorkspace(withoutPlainSecrets(workspace));
}

} // namespace Pongwatch
