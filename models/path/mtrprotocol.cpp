// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/mtrprotocol.h"

#include <QHostAddress>
#include <QList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestWord = 40;
constexpr nanoseconds longestRoundTrip = std::chrono::hours(1);

/// A whole number of at most nine digits, so that it fits into an int.
std::optional<quint32> wholeNumber(const QByteArray &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 9 &&
                        std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(text.toUInt()) : std::nullopt;
}

bool isWord(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestWord &&
           std::all_of(text.cbegin(), text.cend(), [](char c) { return c > ' ' && c < 0x7f; });
}

/// An address in its canonical form; empty: it is not an address.
QString addressFrom(const QByteArray &text, QAbstractSocket::NetworkLayerProtocol family)
{
    // QHostAddress also accepts "1" and "0x7f.1" as addresses (inet_aton(3)). In a reply, they have four
    // parts.
    if (family == QAbstractSocket::IPv4Protocol && text.count('.') != 3)
        return {};
    const QHostAddress address(QString::fromLatin1(text));
    return address.protocol() == family ? address.toString() : QString();
}

std::optional<MtrReply::Kind> kindOf(const QByteArray &command)
{
    if (command == "reply")
        return MtrReply::Kind::Reply;
    if (command == "ttl-expired")
        return MtrReply::Kind::TtlExpired;
    if (command == "no-route")
        return MtrReply::Kind::NoRoute;
    if (command == "no-reply")
        return MtrReply::Kind::NoReply;
    if (command == "feature-support")
        return MtrReply::Kind::Support;
    // If this machine has no route, connect(2) fails with ENETUNREACH and mtr-packet 0.95 answers
    // invalid-argument.
    for (const char *word : {"network-down", "invalid-argument", "permission-denied", "probes-exhausted",
                             "address-in-use", "address-not-available", "unexpected-error"})
        if (command == word)
            return MtrReply::Kind::NotSent;
    return std::nullopt;
}

} // namespace

QByteArray probeRequest(const TraceTarget &target, const MtrProbe &probe)
{
    QByteArray line = QByteArray::number(probe.token) + " send-probe ";
    line += target.address.contains(u':') ? "ip-6 " : "ip-4 ";
    line += target.address.toLatin1() + " protocol " + toWord(target.protocol).data();
    if (target.protocol != TraceProtocol::Icmp)
        line += " port " + QByteArray::number(target.port);
    line += " ttl " + QByteArray::number(probe.ttl) + " timeout " +
            QByteArray::number(qint64(probe.timeout.count())) + '\n';
    return line;
}

QByteArray supportRequest(quint32 token, const char *feature)
{
    return QByteArray::number(token) + " check-support feature " + feature + '\n';
}

std::optional<MtrReply> readMtrReply(QByteArrayView line)
{
    if (line.size() > longestMtrLine)
        return std::nullopt;
    const QList<QByteArray> words = line.toByteArray().simplified().split(' ');
    if (words.size() < 2 || words.size() % 2 != 0)
        return std::nullopt;
    const std::optional<quint32> token = wholeNumber(words[0]);
    const std::optional<MtrReply::Kind> kind = kindOf(words[1]);
    if (!token || !kind)
        return std::nullopt;
    MtrReply reply{*token, *kind, {}, {}, {}};
    if (reply.kind == MtrReply::Kind::NotSent)
        reply.word = words[1];
    for (qsizetype i = 2; i + 1 < words.size(); i += 2) {
        const QByteArray &name = words[i];
        const QByteArray &value = words[i + 1];
        if (name == "ip-4") {
            reply.address = addressFrom(value, QAbstractSocket::IPv4Protocol);
        } else if (name == "ip-6") {
            reply.address = addressFrom(value, QAbstractSocket::IPv6Protocol);
        } else if (name == "round-trip-time") {
            const std::optional<quint32> time = wholeNumber(value);
            if (!time || microseconds(*time) > longestRoundTrip)
                return std::nullopt;
            reply.rtt = microseconds(*time);
        } else if (name == "support" && isWord(value)) {
            reply.word = value;
        }
    }
    switch (reply.kind) {
    case MtrReply::Kind::Reply:
    case MtrReply::Kind::TtlExpired:
        if (reply.address.isEmpty() || !reply.rtt)
            return std::nullopt;
        break;
    case MtrReply::Kind::NoRoute: // without an address, it is this machine that says so
        reply.rtt.reset();
        break;
    case MtrReply::Kind::Support:
        if (reply.word.isEmpty())
            return std::nullopt;
        break;
    case MtrReply::Kind::NoReply:
    case MtrReply::Kind::NotSent:
        break;
    }
    return reply;
}

} // namespace Pongwatch
