// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/secrets.h"

#include "app/commandline/commandlinestrings.h"
#include "engine/values/regularfile.h"
#include "engine/values/secretnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <span>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostSecretBytes = 64 * 1024;

bool isVariableName(QStringView text)
{
    // POSIX.1-2017 8.1
    const auto isNameCharacter = [](QChar c) {
        return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    };
    return !text.isEmpty() && !text.front().isDigit() &&
           std::all_of(text.cbegin(), text.cend(), isNameCharacter);
}

void overwrite(char *text)
{
    std::memset(text, '*', std::strlen(text));
}

/// The part of `argument` that is the value of a secret option; `next` is the following argument.
char *secretIn(char *argument, char *next, const QList<OptionSpec> &specs)
{
    for (const OptionSpec &spec : specs) {
        if (!spec.secret)
            continue;
        const QByteArray name = "--" + spec.name.toLatin1();
        if (name == argument)
            return next;
        if (std::strncmp(argument, name.constData(), static_cast<size_t>(name.size())) == 0 &&
            argument[name.size()] == '=')
            return argument + name.size() + 1;
        if (!spec.letter.isNull() && argument[0] == '-' && argument[1] == spec.letter.toLatin1())
            return argument[2] == '\0' ? next : argument + 2;
    }
    return nullptr;
}

} // namespace

Result<QString> resolveSecret(const QString &option, const QString &text)
{
    const auto bad = [&option](const QString &why) {
        return Error{CommandLineStrings::tr("reading the option"), option, why};
    };
    if (text.startsWith(QStringLiteral("$$")) || text.startsWith(QStringLiteral("@@")))
        return text.mid(1);
    if (text.startsWith(u'$') && isVariableName(QStringView(text).mid(1))) {
        const QByteArray name = text.mid(1).toLatin1();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return bad(CommandLineStrings::tr("the environment variable %1 is not set").arg(text.mid(1)));
        return qEnvironmentVariable(name.constData());
    }
    if (!text.startsWith(u'@'))
        return text;
    const QString file = text.mid(1);
    const Result<QByteArray> read = readGivenFileWithin(filePatience, {}, file, mostSecretBytes);
    if (!read)
        return bad(CommandLineStrings::tr("the file “%1” can't be read: %2").arg(file, read.error().answer));
    QByteArray content = read.value();
    if (content.endsWith('\n'))
        content.chop(content.endsWith("\r\n") ? 2 : 1);
    return QString::fromUtf8(content);
}

QStringList takeArguments(int argc, char **argv, const QList<OptionSpec> &specs)
{
    const std::span<char *> given(argv, static_cast<size_t>(std::max(argc, 0)));
    QStringList arguments;
    for (size_t i = 1; i < given.size(); ++i)
        arguments.append(QString::fromLocal8Bit(given[i]));
    for (size_t i = 1; i < given.size(); ++i) {
        char *next = i + 1 < given.size() ? given[i + 1] : nullptr;
        if (char *secret = secretIn(given[i], next, specs); secret != nullptr)
            overwrite(secret);
        if (std::strstr(given[i], "://") != nullptr)
            coverSecretsInUrl(given[i]);
    }
    return arguments;
}

} // namespace Pongwatch
