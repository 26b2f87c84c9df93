// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingtext.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/profileimport.h"
#include "workspace/shellwords.h"

#include <QFileInfo>

#include <functional>
#include <map>

namespace Pongwatch
{

namespace
{

/// What an option does with its value; empty for one that is of no interest here.
using Action = std::function<void(ProfileBuilder &, const QString &)>;

struct Option {
    bool takesValue = false;
    Action action;
};

using Options = std::map<QString, Option>;

void add(Options &options, const char *names, bool takesValue, const Action &action = {})
{
    for (const QString &name : QString::fromLatin1(names).split(u' '))
        options[name] = {takesValue, action};
}

void addHeader(ProfileBuilder &builder, const QString &value)
{
    builder.addHeader(value);
}

void setUrl(ProfileBuilder &builder, const QString &value)
{
    builder.setUrl(value);
}

void setBasic(ProfileBuilder &builder, const QString &value)
{
    builder.setBasic(value);
}

void setOrigin(ProfileBuilder &builder, const QString &value)
{
    builder.addHeader(QStringLiteral("Origin"), value);
}

void addSubprotocol(ProfileBuilder &builder, const QString &value)
{
    QStringList protocols = builder.settings().subprotocols.value_or(QStringList());
    for (const QString &protocol : value.split(u',', Qt::SkipEmptyParts))
        protocols.append(protocol.trimmed());
    builder.settings().subprotocols = protocols;
}

void setInsecure(ProfileBuilder &builder, const QString &)
{
    builder.settings().tlsVerify = false;
}

void setCa(ProfileBuilder &builder, const QString &value)
{
    builder.settings().tlsCaFile = value;
}

void setCertificate(ProfileBuilder &builder, const QString &value)
{
    builder.settings().tlsClientCertificate = value;
}

void setKey(ProfileBuilder &builder, const QString &value)
{
    builder.settings().tlsClientKey = value;
}

/// An action that puts a number of seconds into a setting; what is no positive number is left out.
template <typename Member>
Action secondsTo(Member member)
{
    return [member](ProfileBuilder &builder, const QString &value) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber && number >= 0.001 && number <= 86400)
            builder.settings().*member = fromSeconds(number);
    };
}

Options curlOptions()
{
    Options options;
    add(options, "-H --header", true, addHeader);
    add(options, "-u --user", true, setBasic);
    add(options, "--oauth2-bearer", true, [](ProfileBuilder &b, const QString &v) { b.setBearer(v); });
    add(options, "-A --user-agent", true,
        [](ProfileBuilder &b, const QString &v) { b.addHeader(QStringLiteral("User-Agent"), v); });
    add(options, "-b --cookie", true,
        [](ProfileBuilder &b, const QString &v) { b.addHeader(QStringLiteral("Cookie"), v); });
    add(options, "-e --referer", true,
        [](ProfileBuilder &b, const QString &v) { b.addHeader(QStringLiteral("Referer"), v); });
    add(options, "-x --proxy", true, [](ProfileBuilder &b, const QString &v) {
        b.setProxy(v.contains(QStringLiteral("://")) ? v : QStringLiteral("http://") + v);
    });
    add(options, "-k --insecure", false, setInsecure);
    add(options, "--cacert", true, setCa);
    add(options, "-E --cert", true, setCertificate);
    add(options, "--key", true, setKey);
    add(options, "--connect-timeout", true, secondsTo(&ProfileSettings::openTimeout));
    add(options, "-4 --ipv4", false,
        [](ProfileBuilder &b, const QString &) { b.settings().addressFamily = AddressFamily::IPv4; });
    add(options, "-6 --ipv6", false,
        [](ProfileBuilder &b, const QString &) { b.settings().addressFamily = AddressFamily::IPv6; });
    add(options, "--url", true, setUrl);
    add(options,
        "-X --request -d --data --data-raw --data-binary -o --output -m --max-time --resolve --retry -w "
        "--write-out -D "
        "--dump-header -T --upload-file -F --form --ciphers --interface --limit-rate -c --cookie-jar --trace",
        true);
    return options;
}

Options wscatOptions()
{
    Options options;
    add(options, "-c --connect", true, setUrl);
    add(options, "-H --header", true, addHeader);
    add(options, "-s --subprotocol", true, addSubprotocol);
    add(options, "-o --origin", true, setOrigin);
    add(options, "--auth", true, setBasic);
    add(options, "-n --no-check", false, setInsecure);
    add(options, "--ca", true, setCa);
    add(options, "--cert", true, setCertificate);
    add(options, "--key", true, setKey);
    add(options, "--proxy", true, [](ProfileBuilder &b, const QString &v) { b.setProxy(v); });
    add(options, "-p --protocol --host --passphrase -w --wait -x --execute --max-redirects", true);
    return options;
}

/// What an option of ours does, whose value is one plain text; what a file could not say is left out.
template <typename T>
Action ownAction(const Setting<T> &setting, const SettingOption &option)
{
    return [&setting, &option](ProfileBuilder &builder, const QString &text) {
        ProfileSettings read;
        if (*option.value) {
            if (const auto value = parseSetting(setting, {}, text))
                read.*setting.own = value.value();
        } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
            read.*setting.own = static_cast<T>(option.flagSets);
        }
        if (complaintAbout(read).isEmpty())
            builder.settings() = builder.settings().overlaidBy(read);
    };
}

/// Our own `pongwatch monitor` and `pongwatch ping`, as Copy As writes them.
Options pongwatchOptions()
{
    Options options;
    add(options, "--name", true, [](ProfileBuilder &b, const QString &v) { b.setName(v); });
    forEachSetting([&options]<typename T>(const Setting<T> &setting) {
        for (const SettingOption &option : setting.options) {
            if (!option.name)
                continue;
            QByteArray names = QByteArray("--") + option.name;
            if (option.letter)
                names += QByteArray(" -") + option.letter;
            if constexpr (std::is_same_v<T, ProfileSettings::Headers>) {
                add(options, names.constData(), true, addHeader);
            } else if constexpr (std::is_same_v<T, QStringList>) {
                add(options, names.constData(), true, addSubprotocol);
            } else if constexpr (std::is_same_v<T, ProxySettings>) {
                add(options, names.constData(), true,
                    [](ProfileBuilder &b, const QString &v) { b.setProxy(v); });
            } else if constexpr (isPlainOption<T>) {
                add(options, names.constData(), *option.value != '\0', ownAction(setting, option));
            }
        }
    });
    add(options, "--user", true, setBasic);
    add(options, "--bearer", true, [](ProfileBuilder &b, const QString &v) { b.setBearer(v); });
    // Those of `ping`.
    options[QStringLiteral("-i")] = options[QStringLiteral("--interval")] =
        options[QStringLiteral("--ping-interval")];
    options[QStringLiteral("-W")] = options[QStringLiteral("--timeout")] =
        options[QStringLiteral("--ping-timeout")];
    add(options, "--duration --output --report --history -c --count -w --deadline --language", true);
    return options;
}

Options websocatOptions()
{
    Options options;
    add(options, "-H --header", true, addHeader);
    add(options, "--protocol", true, addSubprotocol);
    add(options, "--origin", true, setOrigin);
    add(options, "--basic-auth", true, setBasic);
    add(options, "-k --insecure", false, setInsecure);
    add(options, "--ping-interval", true, secondsTo(&ProfileSettings::pingInterval));
    add(options, "--ping-timeout", true, secondsTo(&ProfileSettings::pingTimeout));
    add(options, "--socks5", true,
        [](ProfileBuilder &b, const QString &v) { b.setProxy(QStringLiteral("socks5://") + v); });
    add(options, "-B --buffer-size --client-pkcs12-der --client-pkcs12-passwd --max-messages --ws-c-uri",
        true);
    return options;
}

class CommandReader
{
public:
    explicit CommandReader(Options options)
        : m_options(std::move(options))
    {
    }

    Result<ImportedProfile> read(const QStringList &words)
    {
        m_words = words;
        for (m_at = 1; m_at < m_words.size(); ++m_at) {
            const QString &word = m_words[m_at];
            if (word.startsWith(QLatin1String("--")))
                longOption(word);
            else if (word.startsWith(u'-') && word.size() > 1)
                shortOptions(word);
            else if (word.contains(QStringLiteral("://")))
                m_builder.setUrl(word);
        }
        return m_builder.build();
    }

private:
    void longOption(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const auto found = m_options.find(word.left(equals < 0 ? word.size() : equals));
        if (found == m_options.end())
            return;
        const Option &option = found->second;
        QString value;
        if (equals >= 0)
            value = word.mid(equals + 1);
        else if (option.takesValue)
            value = next();
        if (option.action)
            option.action(m_builder, value);
    }

    /// "-kH value", "-HX-A: b", "-k"
    void shortOptions(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const auto found = m_options.find(QString(u'-' + QString(word[i])));
            if (found == m_options.end())
                continue;
            const Option &option = found->second;
            QString value;
            if (option.takesValue) {
                value = i + 1 < word.size() ? word.mid(word[i + 1] == u'=' ? i + 2 : i + 1) : next();
                i = word.size();
            }
            if (option.action)
                option.action(m_builder, value);
        }
    }

    QString next() { return ++m_at < m_words.size() ? m_words[m_at] : QString(); }

    Options m_options;
    ProfileBuilder m_builder;
    QStringList m_words;
    qsizetype m_at = 0;
};

} // namespace

Result<ImportedProfile> importCommand(const QString &line)
{
    QString text = line.trimmed();
    if (text.startsWith(QStringLiteral("$ ")))
        text.remove(0, 2);
    const QString first = text.section(u' ', 0, 0);
    const QString program = QFileInfo(first).fileName();
    const bool isUrl = first.contains(QStringLiteral("://"));
    static const std::map<QString, Options (*)()> programs = {
        {QStringLiteral("curl"), curlOptions},
        {QStringLiteral("wscat"), wscatOptions},
        {QStringLiteral("websocat"), websocatOptions},
        {QStringLiteral("pongwatch"), pongwatchOptions}};
    const auto found = programs.find(program);
    if (isUrl || found == programs.end()) {
        ProfileBuilder builder;
        builder.setUrl(text);
        return builder.build();
    }
    const Result<QStringList> words = splitShellWords(text);
    if (!words)
        return words.error();
    return CommandReader(found->second()).read(words.value());
}

} // namespace Pongwatch
