// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandcopy.h"

#include "engine/values/foreigntext.h"
#include "settings/proxytext.h"
#include "settings/secretheaders.h"
#include "settings/settingtext.h"
#include "workspace/csvtable.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/shellwords.h"
#include "workspace/urlreferences.h"
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

QString tableCell(const QString &text)
{
    return QString::fromUtf8(csvCell(quotedForSpreadsheet(text)));
}

/// A setting's value in one cell: a header a line, sub-protocols with commas.
QString csvCellOf(const JsonValue &value)
{
    if (value.kind() == JsonValue::Kind::String)
        return tableCell(value.toString());
    if (value.kind() != JsonValue::Kind::Array)
        return QString::fromLatin1(value.token());
    QStringList lines;
    bool arePairs = false;
    for (const JsonMember &element : value.children()) {
        const std::vector<JsonMember> &pair = element.value.children();
        arePairs = arePairs || pair.size() == 2;
        lines.append(pair.size() == 2
                         ? QStringLiteral("%1: %2").arg(pair[0].value.toString(), pair[1].value.toString())
                         : element.value.toString());
    }
    return tableCell(lines.join(arePairs ? QStringLiteral("\n") : QStringLiteral(", ")));
}

/// The variable that stands where a secret was.
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
            for (auto &header : *profile.own.headers) {
                if (header.second == reference)
                    header.second = exportedSecret().text();
            }
        }
        if (profile.own.subprotocols)
            profile.own.subprotocols->replaceInStrings(reference, exportedSecret().text());
    }
    settings = profile.own;
}

/// What may leave: no guests, and references where secrets stand in plain view.
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
        // A table has no defaults: what a profile inherits is written for it.
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
