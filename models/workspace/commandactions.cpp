// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandactions.h"

#include <QRegularExpression>

namespace Pongwatch::CommandActions
{

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

void takeUrl(CommandState &state, const QString &value, const QString &)
{
    if (!value.isEmpty() && !state.urls.contains(value))
        state.urls.append(value);
}

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

std::optional<nanoseconds> secondsOf(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !(number >= 0.001) || number > 86400)
        return std::nullopt;
    return fromSeconds(number);
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

void takeCurlProxy(CommandState &state, const QString &value, const QString &place)
{
    QString text = value;
    if (text.isEmpty()) { // curl: no proxy, whatever is in the environment
        state.builder.settings().proxy = ProxySettings{ProxyKind::None, {}, 0, {}, {}};
        state.seen.remove(QStringLiteral("proxy"));
        return;
    }
    if (text.startsWith(QLatin1String("socks5h://"), Qt::CaseInsensitive))
        text.replace(0, 7, QStringLiteral("socks5")); // the proxy resolves the name anyway
    if (!text.contains(QStringLiteral("://")))
        text.prepend(QStringLiteral("http://"));
    const bool isKnown = text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                         text.startsWith(QLatin1String("socks5://"), Qt::CaseInsensitive);
    if (!isKnown) {
        state.complaint = ImportStrings::tr("proxies of the kind %1 are not spoken to")
                              .arg(text.section(u':', 0, 0).left(20));
        return;
    }
    // curl's own port for a proxy if none is given.
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

void takeMethod(CommandState &state, const QString &value, const QString &place)
{
    if (value.compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
        state.builder.ignore(place, ImportStrings::tr("%1: a handshake is always a GET").arg(value.left(20)));
}

QString placeOfVariable(const CommandState &state, const QString &name)
{
    const QString place = state.builder.place();
    return place.isEmpty() ? name : QStringLiteral("%1, %2").arg(place, name);
}

QString nameInEnvironment(const CommandState &state, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (state.environment.contains(QLatin1String(name)))
            return QString::fromLatin1(name);
    return {};
}

void tellRestOfEnvironment(CommandState &state, const QStringList &used)
{
    QStringList rest;
    for (auto it = state.environment.cbegin(); it != state.environment.cend(); ++it)
        if (!used.contains(it.key()))
            rest.append(it.key());
    rest.sort();
    if (!rest.isEmpty())
        state.builder.note(NoteKind::Aside, {},
                           ImportStrings::tr("%1 in front of the command says nothing about the connection")
                               .arg(rest.join(QStringLiteral(", "))));
}

} // namespace Pongwatch::CommandActions
