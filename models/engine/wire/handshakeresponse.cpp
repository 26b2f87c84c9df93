// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httptext.h"
#include "engine/wire/openinghandshake.h"
#include "engine/wire/openinghandshakestrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

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

/// Whether a comma-separated list over several header lines contains this word (RFC 9110 5.6.1).
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

QString printedValue(const QByteArray &value, qsizetype limit)
{
    return printableLine(QString::fromUtf8(value), limit);
}

} // namespace

TransportEnd endOf(const HandshakeRefused &refused)
{
    TransportEnd end{refused.cause, DialPhase::Upgrade, refused.detail, refused.mayRetry};
    end.httpStatus = refused.httpStatus;
    end.answer = refused.answer;
    if (refused.answeredInTls)
        end.tls.emplace().fault = TlsFault::TlsWanted;
    return end;
}

HandshakeResponse::HandshakeResponse(QByteArrayView key, QStringList offeredSubprotocols)
    : m_expectedAccept(acceptForKey(key))
    , m_offered(std::move(offeredSubprotocols))
{
}

HandshakeEvent HandshakeResponse::feed(QByteArrayView &input)
{
    switch (m_reader.feed(input)) {
    case HttpAnswerReader::State::Headers:
    case HttpAnswerReader::State::Body:
        return {};
    case HttpAnswerReader::State::Broken: {
        HandshakeRefused refused{Cause::HandshakeInvalid, {}, m_reader.problem(), false};
        refused.answeredInTls = m_reader.answersInTls();
        return refused;
    }
    case HttpAnswerReader::State::Done:
        break;
    }
    return judge();
}

HandshakeEvent HandshakeResponse::finish()
{
    m_reader.finish();
    return m_reader.state() == HttpAnswerReader::State::Done ? judge() : HandshakeEvent();
}

HandshakeEvent HandshakeResponse::judge() const
{
    const int status = m_reader.status();
    if (status == 101)
        return judgeSwitch();
    HandshakeRefused refused;
    refused.cause = Cause::HandshakeRejected;
    refused.httpStatus = status;
    refused.answer = m_reader.answer();
    refused.detail = refused.answer->reason;
    refused.mayRetry = status == 500 || status == 502 || status == 503 || status == 504;
    const QString location = refused.answer->header(QLatin1String("Location"));
    if (status >= 300 && status < 400 && !location.isEmpty())
        refused.detail = OpeningHandshakeStrings::tr("%1, to %2").arg(refused.detail, location);
    return refused;
}

HandshakeEvent HandshakeResponse::judgeSwitch() const
{
    const auto bad = [](const QString &why) { return invalid(why, 101); };
    const QByteArrayList accepts = m_reader.values("Sec-WebSocket-Accept");
    const QByteArrayList extensions = m_reader.values("Sec-WebSocket-Extensions");
    const QByteArrayList subprotocols = m_reader.values("Sec-WebSocket-Protocol");
    if (!m_reader.isHttp11())
        return bad(OpeningHandshakeStrings::tr("the answer is not HTTP/1.1"));
    if (m_reader.hasBrokenFields())
        return bad(OpeningHandshakeStrings::tr("the answer has a line that is not a header"));
    if (!listHas(m_reader.values("Upgrade"), "websocket"))
        return bad(OpeningHandshakeStrings::tr("the answer has no header 'Upgrade: websocket'"));
    if (!listHas(m_reader.values("Connection"), "upgrade"))
        return bad(OpeningHandshakeStrings::tr("the answer has no header 'Connection: Upgrade'"));
    if (accepts.isEmpty())
        return bad(OpeningHandshakeStrings::tr("the answer has no Sec-WebSocket-Accept"));
    if (accepts.size() > 1) // RFC 6455 11.3.3
        return bad(
            accepts.count(accepts.constFirst()) == accepts.size()
                ? OpeningHandshakeStrings::tr("Sec-WebSocket-Accept came more than once, with the same value")
                : OpeningHandshakeStrings::tr(
                      "Sec-WebSocket-Accept came more than once, with different values"));
    if (accepts.constFirst() != m_expectedAccept)
        return bad(OpeningHandshakeStrings::tr("Sec-WebSocket-Accept does not answer our key"));
    const auto empty = [](const QByteArray &value) { return value.isEmpty(); };
    if (!std::all_of(extensions.begin(), extensions.end(), empty))
        return bad(OpeningHandshakeStrings::tr("the server chose an extension, but none was offered"));
    if (subprotocols.size() > 1)
        return bad(OpeningHandshakeStrings::tr("the server chose more than one subprotocol"));

    HandshakeAccepted accepted;
    if (!subprotocols.isEmpty()) {
        accepted.subprotocol = QString::fromLatin1(subprotocols.constFirst());
        if (!m_offered.contains(accepted.subprotocol))
            return bad(
                OpeningHandshakeStrings::tr("the server chose the subprotocol '%1', which was not offered")
                    .arg(printedValue(subprotocols.constFirst(), maxPhrase)));
    }
    accepted.server = printedValue(m_reader.values("Server").value(0), maxServerName);
    return accepted;
}

} // namespace Pongwatch
