// SPDX-License-Identifier: GPL-3.0-or-later
// The options of Wget and HTTPie, from their manuals.
#include "workspace/commandactions.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

using namespace CommandActions;

/// An item in HTTPie's command line ("Request items" in its manual): "Name:value", "name==value".
void takeHttpieWord(CommandState &state, const QString &word)
{
    static const QRegularExpression method(QStringLiteral("^[A-Z]{3,10}$"));
    static const QRegularExpression local(QStringLiteral("^:(\\d{1,5})?(/\\S*)?$"));
    static const QRegularExpression item(QStringLiteral("^([^:=@]+)(==|:=|:|=|@)(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    if (state.urls.isEmpty() && method.match(word).hasMatch()) {
        takeMethod(state, word, placeOfVariable(state, word));
        return;
    }
    if (state.urls.isEmpty()) {
        const auto here = local.match(word);
        takeUrl(state, here.hasMatch()
                           ? QStringLiteral("localhost%1%2")
                                 .arg(here.captured(1).isEmpty() ? QString() : u':' + here.captured(1),
                                      here.captured(2))
                           : word);
        return;
    }
    const auto match = item.match(word);
    const QString mark = match.captured(2);
    if (mark == QStringLiteral(":"))
        state.builder.addHeader(match.captured(1), match.captured(3).trimmed(),
                                placeOfVariable(state, match.captured(1)));
    else if (mark == QStringLiteral("=="))
        state.builder.addQuery(match.captured(1), match.captured(3));
    else if (match.hasMatch())
        state.builder.ignore(placeOfVariable(state, match.captured(1)),
                             ImportStrings::tr("a handshake has no body"));
    else
        state.words.append(word);
}

} // namespace

/// GNU Wget, with the options from its manual ("Options").
CommandTool makeWget()
{
    CommandTool tool;
    tool.name = QStringLiteral("wget");
    on(tool, "--header", true, addHeaderOption);
    on(tool, "-U --user-agent", true, header("User-Agent"));
    on(tool, "--referer", true, header("Referer"));
    const auto keepPart = [](const char *key) {
        return [key = QString::fromLatin1(key)](CommandState &s, const QString &v, const QString &) {
            s.seen.insert(key, v);
        };
    };
    on(tool, "--user --http-user", true, keepPart("user"));
    on(tool, "--password --http-password", true, keepPart("password"));
    on(tool, "--no-check-certificate", false, takeInsecure);
    on(tool, "--ca-certificate", true, textTo(&ProfileSettings::tlsCaFile));
    on(tool, "--certificate", true, textTo(&ProfileSettings::tlsClientCertificate));
    on(tool, "--private-key", true, textTo(&ProfileSettings::tlsClientKey));
    on(tool, "--connect-timeout", true, commandSecondsTo(&ProfileSettings::openTimeout));
    on(tool, "--method", true, takeMethod);
    on(tool, "--no-proxy", false, [](CommandState &s, const QString &, const QString &) {
        s.builder.settings().proxy = ProxySettings{ProxyKind::None, {}, 0, {}, {}};
    });
    addAddressFamilies(tool);
    on(tool, "--inet4-only", false, tool.options[QStringLiteral("-4")].action);
    on(tool, "--inet6-only", false, tool.options[QStringLiteral("-6")].action);
    noted(tool, NoteKind::Ignored, ImportStrings::tr("a handshake has no body"), "",
          "--post-data --post-file --body-data --body-file");
    noted(tool, NoteKind::Aside, ImportStrings::tr("it is about wget's own output and run"),
          "-q --quiet -v --verbose -nv --no-verbose -S --server-response -c --continue --no-cache -N "
          "--timestamping "
          "-d --debug --no-hsts --content-disposition --spider",
          "-O --output-document -o --output-file -a --append-output -t --tries -T --timeout --read-timeout "
          "--dns-timeout -w --wait -P --directory-prefix --progress --limit-rate");
    tool.finish = [](CommandState &state) {
        if (state.seen.contains(QStringLiteral("user")))
            state.builder.setBasic(QStringLiteral("%1:%2").arg(state.seen.value(QStringLiteral("user")),
                                                               state.seen.value(QStringLiteral("password"))));
        tellRestOfEnvironment(state, {});
    };
    return tool;
}

CommandTool makeHttpie()
{
    CommandTool tool;
    tool.name = QStringLiteral("httpie");
    on(tool, "-a --auth", true,
       [](CommandState &s, const QString &v, const QString &) { s.seen.insert(QStringLiteral("auth"), v); });
    on(tool, "-A --auth-type", true,
       [](CommandState &s, const QString &v, const QString &) { s.seen.insert(QStringLiteral("type"), v); });
    on(tool, "--verify", true, [](CommandState &s, const QString &v, const QString &place) {
        if (v == QStringLiteral("no") || v == QStringLiteral("false"))
            s.builder.setInsecure(place);
        else if (v != QStringLiteral("yes") && v != QStringLiteral("true"))
            s.builder.settings().tlsCaFile = v;
    });
    on(tool, "--cert", true, textTo(&ProfileSettings::tlsClientCertificate));
    on(tool, "--cert-key", true, textTo(&ProfileSettings::tlsClientKey));
    on(tool, "--proxy", true, [](CommandState &s, const QString &v, const QString &place) {
        takeCurlProxy(s, v.section(u':', 1), place);
    });
    on(tool, "-F --follow", false, takeRedirects);
    noted(
        tool, NoteKind::Aside, ImportStrings::tr("it is about HTTPie's own output and run"),
        "-v --verbose -h --headers -b --body -q --quiet -S --stream -d --download -c --continue "
        "--ignore-stdin "
        "--offline --check-status --debug --traceback -j --json -f --form --multipart",
        "-p --print -o --output -s --style --pretty --timeout --session --session-read-only --max-redirects");
    tool.positional = takeHttpieWord;
    tool.finish = [](CommandState &state) {
        const QString auth = state.seen.value(QStringLiteral("auth"));
        if (state.seen.value(QStringLiteral("type")) == QStringLiteral("bearer"))
            state.builder.setBearer(auth);
        else if (state.seen.contains(QStringLiteral("auth")))
            state.builder.setBasic(auth);
        if (const QString proxy = state.seen.value(QStringLiteral("proxy")); !proxy.isEmpty())
            state.builder.setProxy(proxy);
        tellRestOfEnvironment(state, {});
    };
    return tool;
}

} // namespace Pongwatch
