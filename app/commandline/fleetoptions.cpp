// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/fleetoptions.h"

#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "workspace/fleetaddress.h"

#include <algorithm>

namespace Pongwatch
{

QList<OptionSpec> fleetConnectionSpecs()
{
    static const QStringList forHttp{QStringLiteral("header"),      QStringLiteral("user"),
                                     QStringLiteral("bearer"),      QStringLiteral("ca"),
                                     QStringLiteral("client-cert"), QStringLiteral("client-key"),
                                     QStringLiteral("insecure"),    QStringLiteral("proxy")};
    QList<OptionSpec> specs;
    const QList<OptionSpec> connection = connectionOptionSpecs();
    std::copy_if(connection.cbegin(), connection.cend(), std::back_inserter(specs),
                 [](const OptionSpec &spec) { return forHttp.contains(spec.name); });
    return specs;
}

Result<ConnectionSettings> readFleetSettings(const QString &text, const ParsedArguments &arguments)
{
    const Result<QUrl> url = parseFleetUrl(text);
    if (!url)
        return Error{CommandLineStrings::tr("reading the arguments"), {}, url.error().answer};
    Result<ConnectionSettings> settings = readConnectionOptions(arguments);
    if (!settings)
        return settings.error();
    ConnectionSettings read = std::move(settings).value();
    read.url = url.value();
    if (!read.url.userName().isEmpty() && read.auth.kind == AuthKind::None)
        read.auth = {AuthKind::Basic, read.url.userName(QUrl::FullyDecoded),
                     read.url.password(QUrl::FullyDecoded)};
    return read;
}

} // namespace Pongwatch
