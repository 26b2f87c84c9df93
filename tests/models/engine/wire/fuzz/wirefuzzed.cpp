// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/fuzz/wirefuzzed.h"

#include "demo/demoframes.h"
#include "demo/demorequest.h"
#include "engine/redirect.h"
#include "engine/wire/frameparser.h"
#include "engine/wire/httpanswerreader.h"
#include "engine/wire/httpproxyanswers.h"
#include "engine/wire/openinghandshake.h"
#include "engine/wire/proxyanswer.h"
#include "engine/wire/socksanswers.h"
#include "engine/wire/tlsopening.h"

#include <QStringList>

#include <algorithm>

namespace Pongwatch::TestSupport
{

namespace
{

constexpr qint64 largestMessage = 4096;
constexpr qint64 wanted = 16;

void demand(bool holds, const char *what)
{
    if (!holds)
        qFatal("not so: %s", what);
}

QString inWords(const FrameEvent &event)
{
    const auto hex = [](QByteArrayView bytes) { return QString::fromLatin1(bytes.toByteArray().toHex()); };
    if (const auto *ping = std::get_if<PingFrame>(&event)) {
        demand(ping->payload.size() <= 125, "a ping's payload is at most 125 bytes");
        return QStringLiteral("ping ") + hex(ping->payload);
    }
    if (const auto *pong = std::get_if<PongFrame>(&event)) {
        demand(pong->payload.size() <= 125, "a pong's payload is at most 125 bytes");
        return QStringLiteral("pong ") + hex(pong->payload);
    }
    if (const auto *close = std::get_if<CloseFrame>(&event)) {
        demand(!close->code || *close->code >= 1000, "no close code below 1000 is taken");
        demand(close->reason.toUtf8().size() <= 123, "a reason is at most 123 bytes");
        return QStringLiteral("close %1 %2").arg(close->code.value_or(0)).arg(close->reason);
    }
    if (const auto *message = std::get_if<WholeMessage>(&event)) {
        demand(message->size <= largestMessage, "no message is larger than allowed");
        demand(message->payload.size() == std::min(message->size, wanted), "what is wanted is handed on");
        return QStringLiteral("message %1 %2").arg(message->binary).arg(message->size) +
               hex(message->payload);
    }
    const auto &violation = std::get<Violation>(event);
    demand(!violation.detail.isEmpty(), "a violation is explained");
    return QStringLiteral("violation %1 ").arg(violation.closeCode) + violation.detail;
}

QStringList framesIn(const QByteArray &bytes, qsizetype pieceSize)
{
    FrameParser parser(largestMessage);
    parser.setMessagesWanted(wanted);
    QStringList events;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray piece = bytes.mid(at, pieceSize); // a copy: reading beyond its end shows
        QByteArrayView input(piece);
        for (;;) {
            const FrameEvent event = parser.next(input);
            if (std::holds_alternative<std::monostate>(event))
                break;
            events.append(inWords(event));
        }
        demand(input.isEmpty(), "a parser that needs more has used up what there was");
    }
    return events;
}

struct HandshakeReading {
    QString outcome;
    qsizetype used = 0;

    friend bool operator==(const HandshakeReading &, const HandshakeReading &) = default;
};

HandshakeReading handshakeIn(const QByteArray &bytes, qsizetype pieceSize)
{
    HandshakeResponse response("dGhlIHNhbXBsZSBub25jZQ==", {QStringLiteral("chat")});
    HandshakeReading reading;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray piece = bytes.mid(at, pieceSize);
        QByteArrayView input(piece);
        const HandshakeEvent event = response.feed(input);
        reading.used += piece.size() - input.size();
        if (const auto *accepted = std::get_if<HandshakeAccepted>(&event)) {
            demand(accepted->subprotocol.isEmpty() || accepted->subprotocol == QStringLiteral("chat"),
                   "only a sub-protocol that was offered is taken");
            demand(accepted->server.size() <= 200, "the server's name is bounded");
            reading.outcome = QStringLiteral("accepted ") + accepted->subprotocol + accepted->server;
            return reading;
        }
        if (const auto *refused = std::get_if<HandshakeRefused>(&event)) {
            demand(!refused->detail.isEmpty() || refused->httpStatus, "a refusal has a reason");
            demand(std::all_of(refused->detail.cbegin(), refused->detail.cend(),
                               [](QChar c) { return c.isPrint(); }),
                   "what is said of a refusal is printable");
            // The connection ends: how much of the last piece of a body was read doesn't matter.
            reading.used = 0;
            reading.outcome =
                QStringLiteral("refused %1 ").arg(refused->httpStatus.value_or(0)) + refused->detail;
            return reading;
        }
    }
    demand(reading.used <= 17 * 1024, "an answer without an end is given up");
    return reading;
}

void checkQuoted(const HttpAnswer &answer)
{
    demand(answer.body.size() <= HttpAnswer::maxBody && answer.reason.size() <= HttpAnswer::maxReason,
           "what is quoted is bounded");
    for (const auto &[name, value] : answer.headers)
        demand(value.size() <= HttpAnswer::maxHeader, "a header that is quoted is bounded");
    const auto isPlain = [](const QString &text) {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return c.isPrint() || c.isSurrogate() || c == QChar::ReplacementCharacter;
        });
    };
    demand(isPlain(answer.body) && isPlain(answer.reason), "what is quoted is printable");
}

HttpAnswer answerIn(const QByteArray &bytes, qsizetype pieceSize)
{
    HttpAnswerReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray piece = bytes.mid(at, pieceSize);
        QByteArrayView input(piece);
        const HttpAnswerReader::State state = reader.feed(input);
        if (state == HttpAnswerReader::State::Done || state == HttpAnswerReader::State::Broken)
            break;
        demand(input.isEmpty(), "a reader that needs more has used up what there was");
    }
    reader.finish();
    const HttpAnswer answer = reader.answer();
    checkQuoted(answer);
    return answer;
}

QStringList clientFramesIn(const QByteArray &bytes, qsizetype pieceSize)
{
    DemoFrameReader reader;
    QStringList incoming;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        reader.feed(bytes.mid(at, pieceSize));
        while (const std::optional<DemoIncoming> one = reader.next()) {
            demand(one->payload.size() <= DemoFrameReader::largestMessage, "what a client sends is bounded");
            incoming.append(QString::number(int(one->kind)) + QString::fromLatin1(one->payload.toHex()));
        }
    }
    return incoming;
}

struct SocksReading {
    std::optional<quint8> reply;
    bool wantsLogin = false;
    bool isNoSocks = false;

    friend bool operator==(const SocksReading &, const SocksReading &) = default;
};

/// Alongside a reader that takes the same as Qt's SOCKS engine, at the same times: two bytes of the answers
/// to methods and password when both are there, and of the reply whatever has come.
SocksReading socksIn(const QByteArray &bytes, qsizetype pieceSize)
{
    SocksAnswers answers;
    QByteArray unread;
    int answersLeft = 1; // before the reply
    bool isMethodKnown = false;
    const auto cameIn = [&] {
        answers.feed(unread);
        if (answersLeft == 0) {
            unread.clear();
        } else if (unread.size() >= 2) {
            answersLeft += !isMethodKnown && unread[1] == 2 ? 0 : -1;
            isMethodKnown = true;
            unread = unread.sliced(2);
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        unread += bytes.mid(at, pieceSize);
        cameIn();
    }
    for (int i = 0; i < 3 && !unread.isEmpty(); ++i)
        cameIn(); // what had come together
    return {answers.reply(), answers.wantsLogin(), answers.isNoSocks()};
}

void readAsHttpProxy(const QByteArray &bytes, qsizetype pieceSize)
{
    HttpProxyAnswers answers;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        answers.feed(bytes.mid(at, pieceSize));
        if (const std::optional<HttpAnswer> answer = answers.last()) {
            checkQuoted(*answer);
            static_cast<void>(faultOfProxyAnswer(*answer));
        }
    }
}

struct TlsReading {
    std::optional<quint8> alert;
    bool certificateRequested = false;
    bool isDone = false;

    friend bool operator==(const TlsReading &, const TlsReading &) = default;
};

TlsReading tlsIn(const QByteArray &bytes, qsizetype pieceSize)
{
    TlsOpening opening;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize)
        opening.feed(bytes.mid(at, pieceSize));
    return {opening.alert(), opening.certificateRequested(), opening.isDone()};
}

/// The size of the pieces, which the first byte determines.
qsizetype pieceSizeOf(const QByteArray &bytes)
{
    return bytes.isEmpty() ? 1 : 1 + static_cast<uchar>(bytes.front()) % 16;
}

} // namespace

void readAsFrames(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    demand(framesIn(content, pieceSizeOf(bytes)) == framesIn(content, std::max<qsizetype>(1, content.size())),
           "frames are the same in pieces of any size");
}

void readAsHandshake(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    demand(handshakeIn(content, pieceSizeOf(bytes)) ==
               handshakeIn(content, std::max<qsizetype>(1, content.size())),
           "an answer is the same in pieces of any size");
}

void readAsAnswer(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    const HttpAnswer whole = answerIn(content, std::max<qsizetype>(1, content.size()));
    demand(answerIn(content, pieceSizeOf(bytes)) == whole, "an answer is the same in pieces of any size");
    static_cast<void>(faultOfProxyAnswer(whole));
    const Redirect redirect = redirectFrom(QUrl(QStringLiteral("wss://one.example/path")), whole);
    demand(redirect.url.isEmpty() || redirect.url.scheme() == QStringLiteral("wss"),
           "a redirect leads from wss to wss only");
}

void readAsProxy(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    const qsizetype whole = std::max<qsizetype>(1, content.size());
    const SocksReading socks = socksIn(content, whole);
    demand(socksIn(content, pieceSizeOf(bytes)) == socks, "answers are the same in pieces of any size");
    demand(!socks.reply || (!socks.wantsLogin && !socks.isNoSocks), "who replies is satisfied");
    if (socks.reply)
        static_cast<void>(faultOfSocksReply(*socks.reply));
    readAsHttpProxy(content, whole);
    readAsHttpProxy(content, pieceSizeOf(bytes));
}

void readAsTls(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    demand(tlsIn(content, pieceSizeOf(bytes)) == tlsIn(content, std::max<qsizetype>(1, content.size())),
           "a handshake is the same in pieces of any size");
}

void readAsDemoClient(const QByteArray &bytes)
{
    const QByteArray content = bytes.mid(1);
    const std::variant<DemoRequest, DemoRefusal> request = parseDemoRequest(content);
    if (const auto *refusal = std::get_if<DemoRefusal>(&request))
        demand(demoHttpAnswer(*refusal).startsWith("HTTP/1.1 "), "a refusal is an HTTP answer");
    else
        demand(demoUpgradeAnswer(std::get<DemoRequest>(request), true).startsWith("HTTP/1.1 101 "),
               "a good request is upgraded");
    demand(clientFramesIn(content, pieceSizeOf(bytes)) ==
               clientFramesIn(content, std::max<qsizetype>(1, content.size())),
           "a client's frames are the same in pieces of any size");
}

} // namespace Pongwatch::TestSupport
