// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandcopy.h"

#include "settings/proxytext.h"
#include "settings/secretheaders.h"
#include "settings/settingtext.h"
#include "workspace/profilefields.h"
#include "workspace/shellwords.h"
#include "workspace/workspacereader.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Words for a shell. A reference to a variable is kept open for the shell to fill in, the rest is quoted.
class Line
{
public:
    explicit Line(const QStringList &words)
        : m_text(joinShellWords(words))
    {
    }

    void add(const QStringList &words) { m_text += u' ' + joinShellWords(words); }

    /// An option whose value has a secret behind its prefix: "Authorization: Bearer $TOKEN".
    void addWithVariable(const QString &option, const QString &prefix, const QString &variable,
                         const QString &suffix = {})
    {
        m_text += QStringLiteral(" %1 \"%2$%3%4\"").arg(option, quoted(prefix), variable, quoted(suffix));
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    /// For between double quotes.
    static QString quoted(QString text)
    {
        for (const QChar c : {u'\\', u'"', u'$', u'`'})
            text.replace(c, QString(u'\\' + QString(c)));
        return text;
    }

    QString m_text;
};

QString variableOf(const std::optional<SecretReference> &reference)
{
    return reference && reference->kind == SecretReference::Kind::Environment
               ? reference->name
               : QStringLiteral("PONGWATCH_SECRET");
}

/// Whether a header's value is a secret, or a reference to one, that must not be copied.
bool isSecret(const std::pair<QString, QString> &header)
{
    const auto reference = SecretReference::parse(header.second);
    return (reference && reference->kind != SecretReference::Kind::None) || isSecretHeader(header.first);
}

struct Source {
    QString name;
    ConnectionSettings settings;
    ProfileSettings own;
};

void addHeaders(Line &line, const Source &source, const QString &option)
{
    for (const auto &header : source.settings.headers) {
        if (isSecret(header))
            line.addWithVariable(option, header.first + QStringLiteral(": "),
                                 variableOf(SecretReference::parse(header.second)));
        else
            line.add({option, QStringLiteral("%1: %2").arg(header.first, header.second)});
    }
}

void addBearer(Line &line, const Source &source, const QString &option)
{
    if (source.settings.auth.kind == AuthKind::Bearer)
        line.addWithVariable(option, QStringLiteral("Authorization: Bearer "),
                             variableOf(source.own.authSecret));
}

void addBasic(Line &line, const Source &source, const QString &option)
{
    if (source.settings.auth.kind == AuthKind::Basic)
        line.addWithVariable(option, source.settings.auth.user + u':', variableOf(source.own.authSecret));
}

void addText(Line &line, const QString &option, const QString &value)
{
    if (!value.isEmpty())
        line.add({option, value});
}

/// Through which proxy, with its password as a variable.
void addProxy(Line &line, const Source &source, const QString &option)
{
    const QString text = proxyText(source.settings.proxy);
    const bool hasSecret =
        source.own.proxySecret.value_or(SecretReference{}).kind != SecretReference::Kind::None;
    const qsizetype at = text.lastIndexOf(u'@');
    if (hasSecret && at > 0)
        line.addWithVariable(option, text.left(at) + u':', variableOf(source.own.proxySecret), text.mid(at));
    else
        line.add({option, text});
}

/// A setting as options of `pongwatch monitor`; nothing when it is the program's default.
template <typename T>
void addOption(Line &line, const Source &source, const Setting<T> &setting)
{
    const SettingOption &option = setting.options.front();
    if (!option.name)
        return;
    const auto value = setting.inUse.read(source.settings);
    if (!value || (value == setting.inUse.read(ConnectionSettings()) && !option.isAlwaysCopied))
        return;
    const auto nameOf = [](const SettingOption &one) {
        return one.letter ? QStringLiteral("-%1").arg(QLatin1Char(one.letter))
                          : QStringLiteral("--") + QLatin1String(one.name);
    };
    if constexpr (std::is_same_v<T, ProfileSettings::Headers>) {
        addHeaders(line, source, nameOf(option));
    } else if constexpr (std::is_same_v<T, QStringList>) {
        for (const QString &text : *value)
            line.add({nameOf(option), text});
    } else if constexpr (std::is_same_v<T, ProxySettings>) {
        addProxy(line, source, nameOf(option));
    } else if constexpr (std::is_same_v<T, AuthKind>) {
        addBasic(line, source, nameOf(setting.options[0]));
        if (*value == AuthKind::Bearer)
            line.addWithVariable(nameOf(setting.options[1]), {}, variableOf(source.own.authSecret));
    } else if (*option.value) {
        if constexpr (isPlainOption<T>) {
            if (const QString text = settingText(setting, *value); !text.isEmpty())
                line.add({nameOf(option), text});
        }
    } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
        for (const SettingOption &flag : setting.options) {
            if (flag.name && flag.flagSets == static_cast<int>(*value))
                line.add({QStringLiteral("--") + QLatin1String(flag.name)});
        }
    }
}

QString pongwatchLine(const Source &source)
{
    Line line({QStringLiteral("pongwatch"), QStringLiteral("monitor"),
               source.settings.url.toString(QUrl::FullyEncoded)});
    line.add({QStringLiteral("--name"), source.name});
    forEachSetting([&](const auto &setting) { addOption(line, source, setting); });
    return line.text();
}

QString websocatLine(const Source &source)
{
    const ConnectionSettings &s = source.settings;
    Line line({QStringLiteral("websocat")});
    if (s.keepalive.interval)
        line.add({QStringLiteral("--ping-interval"), plainSeconds(*s.keepalive.interval)});
    if (s.keepalive.interval && s.keepalive.timeout)
        line.add({QStringLiteral("--ping-timeout"), plainSeconds(*s.keepalive.timeout)});
    addHeaders(line, source, QStringLiteral("-H"));
    addBearer(line, source, QStringLiteral("-H"));
    addBasic(line, source, QStringLiteral("--basic-auth"));
    if (!s.subprotocols.isEmpty())
        line.add({QStringLiteral("--protocol"), s.subprotocols.join(u',')});
    addText(line, QStringLiteral("--origin"), s.origin);
    if (!s.tls.verify)
        line.add({QStringLiteral("-k")});
    if (s.proxy.kind == ProxyKind::Socks5)
        line.add({QStringLiteral("--socks5"),
                  QStringLiteral("%1:%2").arg(s.proxy.host, QString::number(s.proxy.port))});
    line.add({s.url.toString(QUrl::FullyEncoded)});
    return line.text();
}

QString wscatLine(const Source &source)
{
    const ConnectionSettings &s = source.settings;
    Line line({QStringLiteral("wscat"), QStringLiteral("-c"), s.url.toString(QUrl::FullyEncoded),
               QStringLiteral("-P")});
    addHeaders(line, source, QStringLiteral("-H"));
    addBearer(line, source, QStringLiteral("-H"));
    addBasic(line, source, QStringLiteral("--auth"));
    for (const QString &protocol : s.subprotocols)
        line.add({QStringLiteral("-s"), protocol});
    addText(line, QStringLiteral("-o"), s.origin);
    addText(line, QStringLiteral("--ca"), s.tls.caFile);
    addText(line, QStringLiteral("--cert"), s.tls.clientCertificate);
    addText(line, QStringLiteral("--key"), s.tls.clientKey);
    if (!s.tls.verify)
        line.add({QStringLiteral("-n")});
    if (s.proxy.kind == ProxyKind::Http)
        addProxy(line, source, QStringLiteral("--proxy"));
    return line.text();
}

/// A text as a Python string: JSON's escapes are Python's, too.
QString python(const QString &text)
{
    return QString::fromUtf8(quoteJson(text));
}

/// What makes the TLS context in front of the connection; empty where the library's own will do.
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
    for (const auto &header : s.headers) {
        const QString value = isSecret(header)
                                  ? QStringLiteral("os.environ[%1]")
                                        .arg(python(variableOf(SecretReference::parse(header.second))))
                                  : python(header.second);
        headers.append(QStringLiteral("(%1, %2)").arg(python(header.first), value));
    }
    const QString secret = QStringLiteral("os.environ[%1]").arg(python(variableOf(source.own.authSecret)));
    if (s.auth.kind == AuthKind::Bearer)
        headers.append(QStringLiteral("(\"Authorization\", \"Bearer \" + %1)").arg(secret));
    if (s.auth.kind == AuthKind::Basic)
        headers.append(
            QStringLiteral("(\"Authorization\", \"Basic \" + base64.b64encode((%1 + %2).encode()).decode())")
                .arg(python(s.auth.user + u':'), secret));

    QStringList arguments = {
        python(s.url.toString(QUrl::FullyEncoded)),
        QStringLiteral("ping_interval=") + limit(s.keepalive.interval),
        QStringLiteral("ping_timeout=") + limit(s.keepalive.timeout),
        QStringLiteral("open_timeout=") + plainSeconds(s.openTimeout),
        QStringLiteral("close_timeout=") + plainSeconds(s.closeTimeout),
    };
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
        std::transform(s.subprotocols.begin(), s.subprotocols.end(), std::back_inserter(names), python);
        arguments.append(QStringLiteral("subprotocols=[%1]").arg(names.join(QStringLiteral(", "))));
    }
    if (!s.origin.isEmpty())
        arguments.append(QStringLiteral("origin=") + python(s.origin));
    return QStringLiteral("import asyncio, base64, os, ssl\n"
                          "import websockets\n"
                          "\n"
                          "async def main():\n"
                          "%1"
                          "    async with websockets.connect(\n"
                          "        %2,\n"
                          "    ) as connection:\n"
                          "        async for message in connection:\n"
                          "            print(message)\n"
                          "\n"
                          "asyncio.run(main())\n")
        .arg(before, arguments.join(QStringLiteral(",\n        ")));
}

QString csvCell(QString text)
{
    // A cell that starts like a formula is one to some spreadsheets: a quote in front keeps it text.
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text;
}

} // namespace

QString copyAsCommand(const Workspace &workspace, const ProfilePlace &place, CommandKind kind)
{
    const Source source{workspace.at(place).name, workspace.effectiveSettings(place),
                        workspace.inheritedSettings(place).overlaidBy(workspace.at(place).own)};
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

QString exportCsv(const Workspace &workspace)
{
    std::vector<ProfileField> fields = profileFields();
    // What is a list, or has to do with secrets, has no place in a table.
    std::erase_if(fields, [](const ProfileField &field) { return !field.isInTables; });
    QStringList columns = {QStringLiteral("name"), QStringLiteral("url"), QStringLiteral("enabled"),
                           QStringLiteral("tags"), QStringLiteral("group")};
    for (const ProfileField &field : fields)
        columns.append(field.path());
    QString text = columns.join(u',') + QStringLiteral("\r\n");
    for (const ProfilePlace &place : workspace.places()) {
        const Profile &profile = workspace.at(place);
        QStringList cells = {csvCell(profile.name), csvCell(profile.url),
                             profile.enabled ? QStringLiteral("true") : QStringLiteral("false"),
                             csvCell(profile.tags.join(u' ')),
                             csvCell(place.group ? workspace.groups[*place.group].name : QString())};
        for (const ProfileField &field : fields) {
            const std::optional<JsonValue> value = field.write(profile.own);
            if (!value)
                cells.append(QString());
            else if (value->kind() == JsonValue::Kind::String)
                cells.append(csvCell(value->toString()));
            else
                cells.append(QString::fromLatin1(value->token()));
        }
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text;
}

QByteArray exportJson(const Workspace &workspace)
{
    Workspace copy = workspace.withoutGuests();
    const auto hide = [](ProfileSettings &settings) {
        if (!settings.headers)
            return;
        for (auto &header : *settings.headers) {
            const auto reference = SecretReference::parse(header.second);
            const bool isReference = reference && reference->kind != SecretReference::Kind::None;
            if (isSecretHeader(header.first) && !isReference)
                header.second = QStringLiteral("$PONGWATCH_SECRET");
        }
    };
    hide(copy.defaults);
    for (ProfileGroup &group : copy.groups)
        hide(group.defaults);
    for (const ProfilePlace &place : copy.places())
        hide(copy.at(place).own);
    return writeWorkspace(copy);
}

} // namespace Pongwatch
