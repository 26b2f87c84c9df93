// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/openinghandshake.h"
#include "engine/wire/openinghandshakestrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr qsizetype maxHeaderBytes = qsizetype(16) * 1024;
constexpr qsizetype maxServerName = 200;
constexpr qsizetype maxPhrase = 100;

HandshakeEvent invalid(const QString &why, std::optional<int> status = {})
{
    return HandshakeRefused{Cause::HandshakeInvalid, status, why, false};
}

bool equalIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

/// Whether a comma-separated list over several header lines has this word (RFC 9110 5.6.1).
bool listHas(const QByteArrayList &values, QByteArrayView word)
{
    for (const QByteArray &value : values) {
        const QList<QByteArray> items = value.split(',');
        if (std::any_of(items.begin(), items.end(),
                        [word](const QByteArray &item) { return equalIgnoringCase(item.trimmed(), word); }))
            return true;
    }
    return false;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

QString printable(QByteArrayView text, qsizetype limit)
{
    QString shown = QString::fromUtf8(text.first(std::min(text.size(), 4 * limit)));
    shown.removeIf([](QChar c) { return !c.isPrint() || c == QChar::ReplacementCharacter; });
    shown.truncate(limit);
    return shown;
}

HandshakeResponse::HandshakeResponse(QByteArrayView key, QStringList offeredSubprotocols)
    : m_expectedAccept(acceptForKey(key))
    , m_offered(std::move(offeredSubprotocols))
{
}

HandshakeEvent HandshakeResponse::feed(QByteArrayView &input)
{
    while (!input.isEmpty()) {
        const char c = input.front();
        input = input.sliced(1);
        if (++m_total > maxHeaderBytes)
            return invalid(OpeningHandshakeStrings::tr("the answer's headers are longer than 16 KiB"));
        if (m_status == 0 && m_line.size() < 5 && c != QByteArrayView("HTTP/")[m_line.size()]) {
            // The record types of TLS: an alert or a handshake.
            if (m_line.isEmpty() && (c == 0x15 || c == 0x16))
                return invalid(OpeningHandshakeStrings::tr(
                    "the server answered in TLS: the URL must start with wss://"));
            return invalid(OpeningHandshakeStrings::tr("the answer is not HTTP"));
        }
        if (c != '\n') {
            m_line.append(c);
            continue;
        }
        QByteArrayView line = m_line;
        if (line.endsWith('\r'))
            line.chop(1);
        HandshakeEvent event = takeLine(line);
        m_line.clear();
        if (!std::holds_alternative<std::monostate>(event))
            return event;
    }
    return {};
}

HandshakeEvent HandshakeResponse::takeLine(QByteArrayView line)
{
    if (m_status == 0)
        return readStatusLine(line);
    if (!line.isEmpty())
        return readField(line);
    if (m_status >= 100 && m_status < 200 && m_status != 101) {
        // RFC 9110 15.2: an interim answer, the real one follows.
        m_status = 0;
        m_fields = {};
        m_fieldsBroken = false;
        return {};
    }
    return judge();
}

HandshakeEvent HandshakeResponse::readStatusLine(QByteArrayView line)
{
    // RFC 9112 4: HTTP/d.d SP ddd SP phrase. Servers leave out the last space.
    const bool wellFormed = line.size() >= 12 && isDigit(line[5]) && line[6] == '.' && isDigit(line[7]) &&
                            line[8] == ' ' && line[9] >= '1' && line[9] <= '9' && isDigit(line[10]) &&
                            isDigit(line[11]) && (line.size() == 12 || line[12] == ' ');
    if (!wellFormed)
        return invalid(OpeningHandshakeStrings::tr("the answer's status line is not HTTP"));
    m_http11 = line[5] == '1' && line[7] >= '1';
    m_status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    m_phrase = printable(line.sliced(12), maxPhrase).trimmed();
    return {};
}

HandshakeEvent HandshakeResponse::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || line.front() == ' ' || line.front() == '\t') {
        // A rejection may be as ugly as it likes.
        m_fieldsBroken = true;
        return {};
    }
    const QByteArrayView name = line.first(colon);
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    const std::array<std::pair<QByteArrayView, QByteArrayList *>, 7> known = {{
        {"Upgrade", &m_fields.upgrade},
        {"Connection", &m_fields.connection},
        {"Sec-WebSocket-Accept", &m_fields.accept},
        {"Sec-WebSocket-Extensions", &m_fields.extensions},
        {"Sec-WebSocket-Protocol", &m_fields.subprotocol},
        {"Server", &m_fields.server},
        {"Location", &m_fields.location},
    }};
    for (const auto &[knownName, values] : known) {
        if (equalIgnoringCase(name, knownName))
            values->append(value);
    }
    return {};
}

HandshakeEvent HandshakeResponse::judge() const
{
    if (m_status == 101)
        return judgeSwitch();
    HandshakeRefused refused{Cause::HandshakeRejected, m_status, m_phrase, false};
    refused.mayRetry = m_status == 500 || m_status == 502 || m_status == 503 || m_status == 504;
    if (m_status >= 300 && m_status < 400 && !m_fields.location.isEmpty())
        refused.detail = OpeningHandshakeStrings::tr("%1, to %2")
                             .arg(m_phrase, printable(m_fields.location.constFirst(), maxServerName));
    return refused;
}

HandshakeEvent HandshakeResponse::judgeSwitch() const
{
    const auto bad = [](const QString &why) { return invalid(why, 101); };
    if (!m_http11)
        return bad(OpeningHandshakeStrings::tr("the answer is not HTTP/1.1"));
    if (m_fieldsBroken)
        return bad(OpeningHandshakeStrings::tr("the answer has a line that is not a header"));
    if (!listHas(m_fields.upgrade, "websocket"))
        return bad(OpeningHandshakeStrings::tr("the answer has no header 'Upgrade: websocket'"));
    if (!listHas(m_fields.connection, "upgrade"))
        return bad(OpeningHandshakeStrings::tr("the answer has no header 'Connection: Upgrade'"));
    if (m_fields.accept.isEmpty())
        return bad(OpeningHandshakeStrings::tr("the answer has no Sec-WebSocket-Accept"));
    if (m_fields.accept.size() > 1 || m_fields.accept.constFirst() != m_expectedAccept)
        return bad(OpeningHandshakeStrings::tr("Sec-WebSocket-Accept does not answer our key"));
    const auto empty = [](const QByteArray &value) { return value.isEmpty(); };
    if (!std::all_of(m_fields.extensions.begin(), m_fields.extensions.end(), empty))
        return bad(OpeningHandshakeStrings::tr("the server chose an extension, but none was offered"));
    if (m_fields.subprotocol.size() > 1)
        return bad(OpeningHandshakeStrings::tr("the server chose more than one subprotocol"));

    HandshakeAccepted accepted;
    if (!m_fields.subprotocol.isEmpty()) {
        accepted.subprotocol = QString::fromLatin1(m_fields.subprotocol.constFirst());
        if (!m_offered.contains(accepted.subprotocol))
            return bad(
                OpeningHandshakeStrings::tr("the server chose the subprotocol '%1', which was not offered")
                    .arg(printable(m_fields.subprotocol.constFirst(), maxPhrase)));
    }
    if (!m_fields.server.isEmpty())
        accepted.server = printable(m_fields.server.constFirst(), maxServerName);
    return accepted;
}

} // namespace Pongwatch
