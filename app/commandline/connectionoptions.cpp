// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"

#include "app/commandline/commandlinestrings.h"
#include "app/commandline/optionvalues.h"
#include "app/commandline/secrets.h"
#include "engine/values/regularfile.h"
#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "workspace/dialoguepreset.h"
#include "workspace/profilefields.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

Error bad(const QString &option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), option, why};
}

/// Reads options into settings, one by one; skips the rest after the first error.
class Reader
{
public:
    Reader(const ParsedArguments &arguments, const ConnectionSettings &defaults)
        : m_arguments(arguments)
        , m_settings(defaults)
    {
    }

    [[nodiscard]] Result<ConnectionSettings> read()
    {
        forEachSetting([this](const auto &setting) { readSetting(setting); });
        checkHeartbeatOptions();
        checkDialogueOptions();
        checkAuth();
        checkClientCertificate();
        if (m_error)
            return *m_error;
        return m_settings;
    }

private:
    void check(const Outcome &outcome)
    {
        if (!m_error && !outcome)
            m_error = outcome.error();
    }

    [[nodiscard]] static QString nameOf(const SettingOption &option)
    {
        return QString::fromLatin1(option.name);
    }

    template <typename T>
    void readSetting(const Setting<T> &setting)
    {
        const SettingOption *given = nullptr;
        for (const SettingOption &option : setting.options) {
            if (m_error || !option.name || !m_arguments.has(nameOf(option)))
                continue;
            if (given) {
                check(
                    bad(QStringLiteral("--") + nameOf(option),
                        CommandLineStrings::tr("it can't be given together with --%1").arg(nameOf(*given))));
                return;
            }
            given = &option;
        }
        if (given)
            readOption(setting, *given);
    }

    template <typename T>
    void readOption(const Setting<T> &setting, const SettingOption &given)
    {
        const QString option = QStringLiteral("--") + nameOf(given);
        const QStringList texts = m_arguments.values(nameOf(given));
        const QString text = m_arguments.value(nameOf(given));
        if constexpr (std::is_same_v<T, ProfileSettings::Headers>) {
            for (const QString &header : texts)
                readHeader(header);
        } else if constexpr (std::is_same_v<T, QStringList>) {
            for (const QString &name : texts)
                readSubprotocol(name);
        } else if constexpr (DialoguePart<T>) {
            const Result<T> part = fromLines<T>(texts);
            if (part)
                setting.inUse.write(m_settings, part.value());
            else
                check(bad(option, part.error().answer));
        } else if constexpr (std::is_same_v<T, AuthKind>) {
            take(m_settings.auth,
                 &given == &setting.options[0] ? readUser(option, text) : readBearer(option, text));
        } else if constexpr (std::is_same_v<T, ProxySettings>) {
            take(m_settings.proxy, parseProxyOption(option, text));
        } else if constexpr (isPlainOption<T>) {
            if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
                if (!*given.value) {
                    setting.inUse.write(m_settings, static_cast<T>(given.flagSets));
                    return;
                }
            }
            Result<T> value = parseSetting(setting, option, text);
            if constexpr (std::is_same_v<T, QString>) {
                if (value)
                    check(checkText(setting.form, option, text));
            }
            if (!value)
                check(value.error());
            else if (!m_error)
                setting.inUse.write(m_settings, value.value());
        }
    }

    template <typename T>
    void take(T &target, Result<T> result)
    {
        if (result)
            target = std::move(result).value();
        else
            check(result.error());
    }

    static Outcome checkText(TextForm form, const QString &option, const QString &text)
    {
        switch (form) {
        case TextForm::Origin:
            return checkOrigin(option, text);
        case TextForm::CertificateFile:
            return checkCertificateFile(option, text);
        case TextForm::KeyFile:
            return checkReadable(option, text);
        case TextForm::Address:
            if (const Result<ConnectTarget> target = parseConnectTo(text); !target)
                return bad(option, target.error().answer);
            break;
        case TextForm::Plain:
        case TextForm::Message:
        case TextForm::Pattern:
        case TextForm::Preset:
            break;
        }
        return success();
    }

    static Outcome checkOrigin(const QString &option, const QString &text)
    {
        const bool plain = std::all_of(text.cbegin(), text.cend(),
                                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
        if (text.isEmpty() || !plain)
            return bad(option, CommandLineStrings::tr("an origin looks like https://example.org"));
        return success();
    }

    /// Text and pattern are only useful together.
    void checkHeartbeatOptions()
    {
        const QString send = QStringLiteral("heartbeat");
        const QString expect = QStringLiteral("heartbeat-expect");
        if (m_error || (!m_arguments.has(send) && !m_arguments.has(expect)))
            return;
        const HeartbeatSettings heartbeat = m_settings.keepalive.heartbeat.value_or(HeartbeatSettings{});
        const Result<HeartbeatSettings> checked = checkHeartbeat(heartbeat);
        if (!checked)
            m_error = bad(QStringLiteral("--") + (heartbeat.send.isEmpty() ? expect : send),
                          checked.error().answer);
    }

    /// Replaces references with the secrets, and a preset with its contents.
    void checkDialogueOptions()
    {
        if (m_error || !m_settings.dialogue)
            return;
        DialogueSettings dialogue = m_settings.dialogue.value();
        const QList<SecretReference> references = secretReferencesIn(dialogue);
        for (const SecretReference &reference : references) {
            const Result<QString> secret = resolveSecret(QStringLiteral("--on-open"), reference.text());
            if (!secret) {
                m_error = secret.error();
                return;
            }
            dialogue = withSecret(std::move(dialogue), reference, secret.value());
        }
        m_settings.dialogue = SharedDialogue(std::move(dialogue));
        if (const Outcome checked = checkDialogue(*m_settings.dialogue); !checked)
            m_error =
                bad(QLatin1String("--") + checked.error().subject.section(u'[', 0, 0).replace(u'_', u'-'),
                    checked.error().answer);
        else if (const auto filled = withPreset(m_settings, userPresetFolder()); !filled)
            m_error = filled.error();
    }

    void readHeader(const QString &text)
    {
        if (m_error)
            return;
        const QString option = QStringLiteral("--header");
        if (text.startsWith(u'@')) {
            const Result<QString> lines = resolveSecret(option, text);
            if (!lines)
                m_error = lines.error();
            else
                for (const QString &line : lines.value().split(u'\n', Qt::SkipEmptyParts))
                    addHeader(line.endsWith(u'\r') ? line.chopped(1) : line);
            return;
        }
        const qsizetype colon = text.indexOf(u':');
        const Result<QString> value = resolveSecret(option, text.mid(colon + 1).trimmed());
        // Only a reference is replaced: line breaks must not be trimmed away.
        if (!value)
            m_error = value.error();
        else if (colon > 0 && value.value() != text.mid(colon + 1).trimmed())
            addHeader(text.left(colon + 1) + value.value());
        else
            addHeader(text);
    }

    void addHeader(const QString &text)
    {
        if (m_error)
            return;
        auto header = parseHeader(text);
        if (header && isSchemeWithoutCredentials(header.value().first, header.value().second))
            m_error = bad(QStringLiteral("--header"),
                          CommandLineStrings::tr("there is no token behind “%1” in the header %2")
                              .arg(header.value().second, header.value().first));
        else if (header)
            m_settings.headers.append(std::move(header).value());
        else
            m_error = header.error();
    }

    void readSubprotocol(const QString &name)
    {
        if (m_error)
            return;
        const QString option = QStringLiteral("--subprotocol");
        // RFC 6455 4.1: a token as in HTTP, and no duplicates.
        const bool isToken = !name.isEmpty() && parseHeader(name + QStringLiteral(": ")).ok();
        if (!isToken)
            m_error =
                bad(option,
                    CommandLineStrings::tr("it is empty or has a character that RFC 6455 does not allow"));
        else if (m_settings.subprotocols.contains(name))
            m_error = bad(option, CommandLineStrings::tr("“%1” is given twice").arg(name.left(60)));
        else
            m_settings.subprotocols.append(name);
    }

    void checkAuth()
    {
        const bool hasHeader =
            std::any_of(m_settings.headers.cbegin(), m_settings.headers.cend(), [](const auto &header) {
                return header.first.compare(QLatin1String("Authorization"), Qt::CaseInsensitive) == 0;
            });
        if (hasHeader &&
            (m_arguments.has(QStringLiteral("user")) || m_arguments.has(QStringLiteral("bearer"))))
            check(bad(QStringLiteral("--header"),
                      CommandLineStrings::tr(
                          "an Authorization header can't be given together with --user or --bearer")));
    }

    static Result<AuthSettings> readUser(const QString &option, const QString &text)
    {
        Result<QString> whole = resolveSecret(option, text);
        if (!whole)
            return whole.error();
        const QString both = whole.value();
        const qsizetype colon = both.indexOf(u':');
        if (colon <= 0)
            return bad(option, CommandLineStrings::tr("it is not of the form USER:PASSWORD"));
        // "ada:$PASSWORD"; but a value from the environment or a file is used literally.
        Result<QString> password =
            both == text ? resolveSecret(option, both.mid(colon + 1)) : Result<QString>(both.mid(colon + 1));
        if (!password)
            return password.error();
        const QString all = both.left(colon) + password.value();
        const bool control = std::any_of(all.cbegin(), all.cend(),
                                         [](QChar c) { return c.category() == QChar::Other_Control; });
        if (control)
            return bad(option, CommandLineStrings::tr("it has a line break or another control character"));
        return AuthSettings{AuthKind::Basic, both.left(colon), password.value()};
    }

    static Result<AuthSettings> readBearer(const QString &option, const QString &text)
    {
        Result<QString> token = resolveSecret(option, text);
        if (!token)
            return token.error();
        const QString &value = token.value();
        const bool plain = std::all_of(value.cbegin(), value.cend(),
                                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
        if (value.isEmpty())
            return bad(option, CommandLineStrings::tr("the token is empty"));
        if (!plain)
            return bad(option, CommandLineStrings::tr(
                                   "the token has a space, a line break or another character that a "
                                   "header can't carry"));
        return AuthSettings{AuthKind::Bearer, {}, value};
    }

    void checkClientCertificate()
    {
        const TlsSettings &tls = m_settings.tls;
        if (tls.clientCertificate.isEmpty() != tls.clientKey.isEmpty())
            check(bad(tls.clientKey.isEmpty() ? QStringLiteral("--client-cert")
                                              : QStringLiteral("--client-key"),
                      CommandLineStrings::tr("--client-cert and --client-key must be given together")));
    }

    static Outcome checkCertificateFile(const QString &option, const QString &path)
    {
        const Outcome readable = checkReadable(option, path);
        if (!readable)
            return readable.error();
        constexpr qint64 mostBytes = 16LL * 1024 * 1024; // bundles of authorities take a few hundred KiB
        const Result<QByteArray> pem = readRegularFileWithin(filePatience, {}, path, mostBytes);
        if (!pem)
            return bad(
                option,
                CommandLineStrings::tr("the file “%1” can't be read: %2").arg(path, pem.error().answer));
        if (!pem.value().contains("CERTIFICATE-----"))
            return bad(option,
                       CommandLineStrings::tr("the file “%1” holds no certificate in PEM form").arg(path));
        return success();
    }

    const ParsedArguments &m_arguments;
    ConnectionSettings m_settings;
    std::optional<Error> m_error;
};

/// Those included with the program.
QStringList presetNames()
{
    QStringList names;
    const QList<DialoguePreset> presets = allPresets({});
    for (const DialoguePreset &preset : presets)
        names.append(preset.name);
    return names;
}

bool isAboutTraces(QLatin1String path)
{
    return path.startsWith(QLatin1String("trace."));
}

/// Those of the settings whose path in the workspace file is taken.
QList<OptionSpec> optionsOfSettings(bool (*isTaken)(QLatin1String path))
{
    QList<OptionSpec> specs;
    forEachSetting([&specs, isTaken](const auto &setting) {
        if (!isTaken(QLatin1String(setting.path)))
            return;
        for (const SettingOption &option : setting.options)
            if (option.name)
                specs.append({QString::fromLatin1(option.name),
                              option.letter ? QChar::fromLatin1(option.letter) : QChar(),
                              QString::fromLatin1(option.value), CommandLineStrings::tr(option.help),
                              option.isRepeatable, option.isSecret});
    });
    return specs;
}

} // namespace

QList<OptionSpec> connectionOptionSpecs()
{
    QList<OptionSpec> specs = optionsOfSettings([](QLatin1String path) { return !isAboutTraces(path); });
    for (OptionSpec &spec : specs)
        if (spec.name == QStringLiteral("preset"))
            spec.choices = presetNames;
    return specs;
}

QList<OptionSpec> automaticTraceOptionSpecs()
{
    return optionsOfSettings(isAboutTraces);
}

Result<ConnectionSettings> readConnectionOptions(const ParsedArguments &arguments,
                                                 const ConnectionSettings &defaults)
{
    return Reader(arguments, defaults).read();
}

Result<QUrl> readDialledUrl(const QString &text)
{
    Result<QUrl> url = parseWebSocketUrl(text);
    if (!url)
        return url;
    if (const QString complaint = complaintAboutUrl(url.value()); !complaint.isEmpty())
        return Error{CommandLineStrings::tr("reading the URL"), displayUrl(url.value()), complaint};
    return url;
}

ConnectionSettings settingsFor(const QUrl &url, const ConnectionSettings &settings,
                               const QList<DialoguePreset> &presets)
{
    ConnectionSettings own = settings;
    own.url = url;
    if (!url.userInfo().isEmpty()) {
        if (own.auth.kind == AuthKind::None)
            own.auth = AuthSettings{AuthKind::Basic, url.userName(QUrl::FullyDecoded),
                                    url.password(QUrl::FullyDecoded)};
        own.url.setUserInfo(QString());
    }
    // We checked that it can be filled in when the options were read.
    if (const auto filled = withPreset(own, userPresetFolder()))
        own = filled.value();
    return withMissedStarts(own, presets);
}

} // namespace Pongwatch
