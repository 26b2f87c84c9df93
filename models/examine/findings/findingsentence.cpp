// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/findingsentence.h"

#include "engine/diagnosis/examinedlimit.h"
#include "engine/diagnosis/phrases.h"
#include "examine/findings/originrating.h"
#include "examine/findings/recommendation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

struct FindingTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FindingSentence)
};

/// Facts by their keys.
class Facts
{
public:
    explicit Facts(const QJsonObject &facts)
        : m_facts(facts)
    {
    }

    [[nodiscard]] bool has(const char *key) const { return m_facts.contains(QLatin1String(key)); }
    [[nodiscard]] bool is(const char *key) const { return m_facts.value(QLatin1String(key)).toBool(); }
    [[nodiscard]] QString text(const char *key) const { return m_facts.value(QLatin1String(key)).toString(); }
    [[nodiscard]] int whole(const char *key) const { return m_facts.value(QLatin1String(key)).toInt(); }
    [[nodiscard]] double figure(const char *key) const
    {
        return m_facts.value(QLatin1String(key)).toDouble();
    }
    [[nodiscard]] QString duration(const char *key) const { return spokenDuration(fromSeconds(figure(key))); }
    [[nodiscard]] QString latency(const char *key) const
    {
        return spokenLatency(fromSeconds(figure(key) / 1000));
    }
    [[nodiscard]] QJsonArray list(const char *key) const
    {
        return m_facts.value(QLatin1String(key)).toArray();
    }
    [[nodiscard]] bool lists(const char *key, const char *word) const
    {
        return list(key).contains(QLatin1String(word));
    }
    [[nodiscard]] QStringList words(const char *key) const
    {
        QStringList words;
        for (const auto &value : list(key))
            words.append(harmless(value.toString()));
        return words;
    }

private:
    const QJsonObject &m_facts;
};

QString joined(const QStringList &sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(u' ');
}

/// How a connection was ended, as a clause that follows "cut after 60 s".
QString cutClause(const Facts &facts)
{
    const QString by = facts.text("cut_by");
    if (by == QLatin1String("close")) {
        const QString code = QString::number(facts.whole("close_code"));
        return facts.has("close_reason") ? FindingTexts::tr("by a Close frame (%1, %2)")
                                               .arg(code, quoted(facts.text("close_reason")))
                                         : FindingTexts::tr("by a Close frame (%1)").arg(code);
    }
    return by == QLatin1String("reset") ? FindingTexts::tr("by a reset (RST)")
                                        : FindingTexts::tr("by FIN, without a Close frame");
}

QString frontClause(const Facts &facts)
{
    if (facts.has("front")) {
        return FindingTexts::tr("What answers there is %1 (%2).")
            .arg(harmless(facts.text("front")), quoted(facts.text("front_evidence")));
    }
    if (facts.has("server"))
        return FindingTexts::tr("What answers there calls itself %1.").arg(quoted(facts.text("server")));
    return {};
}

/// What the limit is usually called where it is set.
QString settingClause(const Facts &facts)
{
    const QString setting = idleSettingOf(facts.text("front"));
    return setting.isEmpty() ? QString() : FindingTexts::tr("Its setting for it is usually %1.").arg(setting);
}

/// Timers fire a little early or late: what is within a twentieth of a second of a whole one, or within 1 %,
/// was meant to be that.
QString limitDuration(const Facts &facts, const char *key)
{
    const double figure = facts.figure(key);
    const double whole = std::round(figure);
    const bool isMeant = whole >= 1 && std::abs(figure - whole) <= std::max(0.05, std::min(0.5, whole / 100));
    return spokenDuration(fromSeconds(isMeant ? whole : figure));
}

QString yesOrNo(const Facts &facts, const char *traffic)
{
    if (facts.lists("reset_by", traffic))
        return FindingTexts::tr("yes");
    if (facts.lists("not_reset_by", traffic))
        return FindingTexts::tr("no");
    return FindingTexts::tr("not known");
}

/// Which direction counts, where that can be told.
QString directionRemark(const Facts &facts)
{
    const bool dataAnswered = facts.is("data_answered");
    if (facts.lists("reset_by", "pong"))
        return {};
    if (facts.lists("reset_by", "ping") && facts.lists("not_reset_by", "pong"))
        return FindingTexts::tr("What counts is what the peer sends: its pongs do, while what only this side "
                                "sends does not.");
    if (facts.lists("not_reset_by", "ping") && facts.lists("reset_by", "data"))
        return dataAnswered
                   ? FindingTexts::tr("Only messages count: use a heartbeat of messages, since pings "
                                      "don't keep the connection.")
                   : FindingTexts::tr("Only messages of this side count: use a heartbeat of messages, "
                                      "since pings don't keep the connection.");
    return {};
}

QString dataRemark(const Facts &facts)
{
    if (!facts.has("data_ended_after_s"))
        return {};
    const QString after = facts.duration("data_ended_after_s");
    return facts.has("data_close_code")
               ? FindingTexts::tr("The connection on which messages were sent was closed after %1, with %2: "
                                  "the peer does not take the message that was tried.")
                     .arg(after, QString::number(facts.whole("data_close_code")))
               : FindingTexts::tr("The connection on which messages were sent was ended after %1: the peer "
                                  "does not take the message that was tried.")
                     .arg(after);
}

QString idleSentence(const Finding &finding, const Facts &facts)
{
    const QString why = facts.text("why");
    if (why == QLatin1String("disturbed"))
        return FindingTexts::tr(
            "The connections ended together at one moment, twice, whatever their age: the "
            "peer, or what is before it, was restarted or does not let them stay. No "
            "limit shows.");
    if (why == QLatin1String("age-first"))
        return FindingTexts::tr(
                   "Not known: connections end at an age of %1 before a silence could be too long.")
            .arg(facts.duration("age_limit_s"));
    if (why == QLatin1String("ends-at-once"))
        return FindingTexts::tr("Not known: connections are ended as soon as they are open.");
    if (facts.has("idle_limit_s")) {
        QString advice;
        if (const auto interval = recommendedPingInterval(finding))
            advice = FindingTexts::tr("Ping every %1.").arg(spokenDuration(*interval));
        return joined({FindingTexts::tr("Cut after %1 of silence, %2.")
                           .arg(limitDuration(facts, "idle_limit_s"), cutClause(facts)),
                       frontClause(facts), settingClause(facts),
                       FindingTexts::tr("Pings of this side reset it: %1; its pongs alone: %2; messages: %3.")
                           .arg(yesOrNo(facts, "ping"), yesOrNo(facts, "pong"), yesOrNo(facts, "data")),
                       directionRemark(facts), dataRemark(facts), advice});
    }
    if (facts.has("peer_speaks_every_s"))
        return FindingTexts::tr(
                   "No connection was silent for longer than %1: the peer itself sends something "
                   "that often, which keeps connections open. A limit above that can't be seen.")
            .arg(facts.duration("peer_speaks_every_s"));
    if (finding.result == FindingResult::Unknown)
        return FindingTexts::tr("Not known: no connection could be held to try it.");
    return facts.is("cut_short")
               ? FindingTexts::tr("No limit up to %1 of silence; then it was cancelled.")
                     .arg(facts.duration("held_s"))
               : FindingTexts::tr("No limit up to %1 of silence.").arg(facts.duration("held_s"));
}

/// Whether messages passed at all: else a limit of age looks like one of silence that counts messages only.
bool messagesPassed(const Facts &facts)
{
    return facts.is("data_passed") || facts.lists("not_reset_by", "data");
}

QString ageAdvice(const Facts &facts)
{
    if (messagesPassed(facts))
        return FindingTexts::tr("Pings don't help: reconnect, or have the limit raised.");
    if (facts.has("data_ended_after_s"))
        return FindingTexts::tr("Pings don't help: it may wait for a message that it understands, such as a "
                                "login.");
    return FindingTexts::tr("Pings don't help. It is a limit of age, or one of silence that counts messages "
                            "only.");
}

/// By the ends of connections that were watched earlier.
QString pastAgeSentence(const Facts &facts)
{
    const int seen = facts.whole("ends_seen");
    if (!facts.has("age_limit_s"))
        return FindingTexts::tr(
                   "%n connections in the history show no limit of age; the oldest was open for %1.", nullptr,
                   seen)
            .arg(facts.duration("oldest_s"));
    return joined(
        {FindingTexts::tr("Of %n connections that the other side ended, %1 ended at an age of %2, "
                          "within %3, %4.",
                          nullptr, facts.whole("ended_by_peer"))
             .arg(spokenNumber(facts.whole("ends_alike")), limitDuration(facts, "age_limit_s"),
                  spokenDuration(std::max<nanoseconds>(
                      std::chrono::ceil<seconds>(fromSeconds(facts.figure("spread_s"))), seconds(1))),
                  cutClause(facts)),
         ageAdvice(facts)});
}

QString ageSentence(const Facts &facts)
{
    if (facts.has("ends_seen"))
        return pastAgeSentence(facts);
    if (facts.has("age_limit_s")) {
        const QString age = limitDuration(facts, "age_limit_s");
        return joined(
            {messagesPassed(facts)
                 ? FindingTexts::tr("Ended at an age of %1, %2, whatever passed.").arg(age, cutClause(facts))
                 : FindingTexts::tr("Ended at an age of %1, %2, though it was pinged.")
                       .arg(age, cutClause(facts)),
             frontClause(facts), dataRemark(facts), ageAdvice(facts)});
    }
    return FindingTexts::tr("Held for %1 with a ping every %2, and still open.")
        .arg(facts.duration("held_s"), facts.duration("ping_interval_s"));
}

QString connectSentence(const Facts &facts)
{
    if (!facts.is("open"))
        return harmless(facts.text("said")).isEmpty() ? FindingTexts::tr("It could not be opened.")
                                                      : facts.text("said");
    return joined({FindingTexts::tr("Opens in %1, at %2.")
                       .arg(facts.latency("took_ms"), harmless(facts.text("address"))),
                   frontClause(facts)});
}

QString pingSentence(const Facts &facts)
{
    if (!facts.is("answered"))
        return FindingTexts::tr("Pings are not answered (RFC 6455 5.5.2 says they must be). Watch it by a "
                                "heartbeat of messages.");
    if (!facts.is("payload_kept"))
        return FindingTexts::tr(
            "Pings are answered with another payload than they had (RFC 6455 5.5.3 says it "
            "must be the same): no pong can be matched with its ping.");
    QStringList said{FindingTexts::tr("Pings are answered, with their payload.")};
    if (facts.has("payload_125"))
        said.append(facts.is("payload_125")
                        ? FindingTexts::tr("125 bytes are taken.")
                        : FindingTexts::tr("One of 125 bytes, the most that is allowed, is not answered."));
    if (facts.has("each")) {
        const QString pongs = spokenNumber(facts.whole("pongs_of_5"));
        if (facts.is("each"))
            said.append(FindingTexts::tr("Each of five at once is answered."));
        else if (facts.is("newest"))
            said.append(FindingTexts::tr(
                            "Of five at once it answered %1, the newest among them, which RFC 6455 5.5.3 "
                            "allows.")
                            .arg(pongs));
        else
            said.append(
                FindingTexts::tr("Of five at once it answered %1, and not the newest, which RFC 6455 5.5.3 "
                                 "wants at least.")
                    .arg(pongs));
    }
    if (facts.has("inside_fragments"))
        said.append(facts.is("inside_fragments")
                        ? FindingTexts::tr("Within a message in fragments they are answered, too.")
                        : FindingTexts::tr("Within a message in fragments one was not answered."));
    if (facts.is("message_refused"))
        said.append(FindingTexts::tr("Whether they are answered within a message in fragments is not known, "
                                     "since the peer does not take the message that was tried."));
    if (facts.has("said"))
        said.append(facts.text("said"));
    return joined(said);
}

QString delaySentence(const Facts &facts)
{
    const QString idle =
        FindingTexts::tr("Pongs take %1 on an idle connection").arg(facts.latency("idle_ms"));
    if (facts.has("behind_data_ms"))
        return FindingTexts::tr("%1, and %2 behind messages of %3 bytes.")
            .arg(idle, facts.latency("behind_data_ms"), spokenNumber(facts.whole("data_bytes")));
    return joined({QString(idle + u'.'), facts.has("said") ? facts.text("said") : QString()});
}

QString serverPingSentence(const Facts &facts)
{
    if (facts.whole("pings") == 0)
        return FindingTexts::tr("The peer sent no pings of its own in %1.").arg(facts.duration("watched_s"));
    const QString payload =
        facts.whole("payload_bytes") == 0
            ? FindingTexts::tr("without a payload")
            : FindingTexts::tr("with a payload of %1 bytes").arg(spokenNumber(facts.whole("payload_bytes")));
    if (facts.has("interval_s"))
        return FindingTexts::tr("The peer pings every %1, %2.").arg(facts.duration("interval_s"), payload);
    return FindingTexts::tr("The peer sent one ping in %1, %2.").arg(facts.duration("watched_s"), payload);
}

QString closeSentence(const Facts &facts)
{
    QStringList said;
    if (!facts.is("answered"))
        said.append(FindingTexts::tr("A Close frame is not answered (RFC 6455 5.5.1 says it must be)."));
    else if (facts.is("code_echoed"))
        said.append(FindingTexts::tr("A Close frame is answered with the same code, after %1.")
                        .arg(facts.latency("answer_ms")));
    else
        said.append(FindingTexts::tr("A Close frame with %1 is answered with %2, after %3.")
                        .arg(QString::number(facts.whole("sent_code")),
                             QString::number(facts.whole("close_code")), facts.latency("answer_ms")));
    if (facts.text("tcp_ended_by") == QLatin1String("peer"))
        said.append(
            FindingTexts::tr("The peer ends the TCP connection (%1), %2 after the Close frame was sent.")
                .arg(facts.text("by") == QLatin1String("reset") ? QStringLiteral("RST")
                                                                : QStringLiteral("FIN"),
                     facts.latency("took_ms")));
    else
        said.append(FindingTexts::tr("The peer left the TCP connection open for %1: this side had to end it "
                                     "(RFC 6455 7.1.1 wants the server to).")
                        .arg(facts.duration("waited_s")));
    return joined(said);
}

/// What came of a request that is not as it should be.
QString refusalClause(const Facts &facts)
{
    if (facts.has("http_status"))
        return FindingTexts::tr("It is refused with HTTP %1.")
            .arg(QString::number(facts.whole("http_status")));
    if (facts.has("close_code")) {
        const QString code = QString::number(facts.whole("close_code"));
        return facts.has("close_reason")
                   ? FindingTexts::tr("It is accepted, and closed at once with %1, %2.")
                         .arg(code, quoted(facts.text("close_reason")))
                   : FindingTexts::tr("It is accepted, and closed at once with %1.").arg(code);
    }
    if (facts.is("cut"))
        return FindingTexts::tr("It is accepted, and cut at once without a Close frame.");
    if (!facts.is("open"))
        return facts.has("said") ? facts.text("said") : FindingTexts::tr("It is refused.");
    return {};
}

QString credentialsSentence(const Facts &facts)
{
    if (!facts.is("has_credentials"))
        return FindingTexts::tr("None are set, and it opens without.");
    const QString refusal = refusalClause(facts);
    return refusal.isEmpty()
               ? FindingTexts::tr("It opens without credentials as well: they are not checked when a "
                                  "connection is opened.")
               : refusal;
}

QString pathSentence(const Facts &facts)
{
    const QString refusal = refusalClause(facts);
    return refusal.isEmpty()
               ? FindingTexts::tr("A path that does not exist is accepted like any other: a wrong path "
                                  "in the settings won't be noticed.")
               : refusal;
}

QString subprotocolSentence(const Facts &facts)
{
    if (facts.is("pretends"))
        return FindingTexts::tr(
            "It agrees to whatever subprotocol is offered, even to one that does not exist.");
    const QString refusal = refusalClause(facts);
    return refusal.isEmpty()
               ? FindingTexts::tr("It opens without naming a subprotocol, when only one is offered that "
                                  "it can't speak.")
               : refusal;
}

QString browserCredentialName(const QString &word)
{
    if (word == QLatin1String("cookie"))
        return FindingTexts::tr("a cookie", "credentials that a browser sends by itself");
    if (word == QLatin1String("basic"))
        return FindingTexts::tr("a user name and password (Basic)",
                                "credentials that a browser sends by itself");
    return FindingTexts::tr("a client certificate", "credentials that a browser sends by itself");
}

QString originSentence(const Finding &finding, const Facts &facts)
{
    if (const QString refusal = refusalClause(facts); !refusal.isEmpty())
        return refusal;
    if (finding.result == FindingResult::Fault) {
        QStringList names;
        for (const QString &word : facts.words("browser_credentials"))
            names.append(browserCredentialName(word));
        return FindingTexts::tr(
                   "The Origin is not checked, and this profile logs in by %1, which browsers send by "
                   "themselves: a page of any site can connect as its visitor (cross-site WebSocket "
                   "hijacking). Let the server check the Origin (RFC 6455 10.2).")
            .arg(names.join(FindingTexts::tr(" and ", "between kinds of credentials")));
    }
    if (facts.is("refused_without_credentials"))
        return FindingTexts::tr(
            "The Origin is not checked, but the connection is refused without this profile's credentials, "
            "which no page of another site can send.");
    const QString what = FindingTexts::tr(
        "The Origin is not checked: a page of any site can connect from its visitors' browsers.");
    const QString reach = facts.text("reach");
    if (reach == QLatin1String("loopback"))
        return joined({what, FindingTexts::tr("From a browser on the peer's machine that works though the "
                                              "peer can't be reached from outside: let the server check the "
                                              "Origin (RFC 6455 10.2), or ask for credentials.")});
    if (reach == QLatin1String("private"))
        return joined({what, FindingTexts::tr("From a browser in the peer's network that works though the "
                                              "peer can't be reached from outside: let the server check the "
                                              "Origin (RFC 6455 10.2), or ask for credentials.")});
    return joined(
        {what, FindingTexts::tr("That is as it should be for a public service, or where clients log in by a "
                                "message or the URL. Where a cookie or an address lets them in, the server "
                                "has to check the Origin (RFC 6455 10.2).")});
}

QString sizeSentence(const Facts &facts)
{
    if (facts.text("why") == QLatin1String("no-message-taken"))
        return FindingTexts::tr(
            "Not known: the peer ends the connection at any message that it does not understand.");
    const QString largest = spokenNumber(qint64(facts.figure("largest_bytes")));
    if (!facts.has("refused_bytes"))
        return FindingTexts::tr("Messages of %1 bytes are taken; larger ones were not tried.").arg(largest);
    const QString refused = spokenNumber(qint64(facts.figure("refused_bytes")));
    return facts.has("close_code")
               ? FindingTexts::tr("Messages of %1 bytes are taken; one of %2 is refused with %3.")
                     .arg(largest, refused, QString::number(facts.whole("close_code")))
               : FindingTexts::tr(
                     "Messages of %1 bytes are taken; one of %2 ends the connection without a Close frame.")
                     .arg(largest, refused);
}

QString compressionSentence(const Facts &facts)
{
    return facts.is("offered") ? FindingTexts::tr("It agrees to permessage-deflate: %1.")
                                     .arg(quoted(facts.text("extensions"), 200))
                               : FindingTexts::tr("It does not compress (no permessage-deflate).");
}

QString tlsSentence(const Finding &finding, const Facts &facts)
{
    if (facts.text("why") == QLatin1String("not-tls"))
        return FindingTexts::tr("Not known: no version of TLS could be agreed on.");
    const QString versions = facts.words("versions").join(QLatin1String(", "));
    if (finding.result == FindingResult::Fault)
        return FindingTexts::tr("It speaks %1. TLS 1.0 and 1.1 must not be used any more (RFC 8996).")
            .arg(versions);
    return facts.is("newest") ? FindingTexts::tr("It speaks %1.").arg(versions)
                              : FindingTexts::tr("It speaks %1, but not TLS 1.3.").arg(versions);
}

QString certificateSentence(const Facts &facts)
{
    const bool expired = facts.figure("expires_in_s") <= 0;
    QStringList said{expired ? FindingTexts::tr("The certificate of %1, issued by %2, has expired (%3).")
                                   .arg(quoted(facts.text("subject")), quoted(facts.text("issuer")),
                                        harmless(facts.text("expires")))
                             : FindingTexts::tr("The certificate of %1, issued by %2, expires in %3 (%4).")
                                   .arg(quoted(facts.text("subject")), quoted(facts.text("issuer")),
                                        facts.duration("expires_in_s"), harmless(facts.text("expires")))};
    said.append(FindingTexts::tr("Its chain: %1.").arg(facts.words("chain").join(QStringLiteral(" ← "))));
    if (!facts.is("verified"))
        said.append(FindingTexts::tr("It can't be verified: %1.")
                        .arg(facts.words("problems").join(QLatin1String("; "))));
    return joined(said);
}

QString alpnSentence(const Facts &facts)
{
    if (!facts.is("http1"))
        return FindingTexts::tr("It refuses clients that speak HTTP/1.1 only.");
    const QString chosen = harmless(facts.text("chosen"));
    if (chosen.isEmpty())
        return FindingTexts::tr("It does not use ALPN.");
    return chosen == QLatin1String("h2")
               ? FindingTexts::tr("It chooses HTTP/2 where that is offered, and takes HTTP/1.1, too.")
               : FindingTexts::tr("It chooses %1.").arg(chosen);
}

QString addressesSentence(const Facts &facts)
{
    if (facts.is("literal"))
        return FindingTexts::tr("Not tried: the connection goes to an address and not to a name.");
    QStringList said;
    for (const auto &[key, name] : {std::pair("ipv4", "IPv4"), std::pair("ipv6", "IPv6")}) {
        const QByteArray family(key);
        if (facts.is(key))
            said.append(FindingTexts::tr("Reached by %1, at %2.")
                            .arg(QLatin1String(name),
                                 harmless(facts.text(QByteArray(family + "_address").constData()))));
        else if (facts.is(QByteArray(family + "_broken").constData()))
            said.append(FindingTexts::tr("Not by %1, though its name has such an address: %2")
                            .arg(QLatin1String(name), facts.text(QByteArray(family + "_said").constData())));
        else
            said.append(FindingTexts::tr("Its name has no %1 address.").arg(QLatin1String(name)));
    }
    return joined(said);
}

QString redirectSentence(const Facts &facts)
{
    return facts.is("redirects")
               ? FindingTexts::tr("It redirects (HTTP %1) to %2.")
                     .arg(QString::number(facts.whole("http_status")), quoted(facts.text("location")))
               : FindingTexts::tr("It does not redirect.");
}

QString http2Sentence(const Facts &facts)
{
    if (facts.is("http2") && !facts.is("http1"))
        return facts.is("websocket_over_http2")
                   ? FindingTexts::tr(
                         "It speaks HTTP/2 only, and takes WebSockets there (RFC 8441), which this "
                         "program does not speak.")
                   : FindingTexts::tr("It speaks HTTP/2 only, and does not say that it takes WebSockets "
                                      "there (RFC 8441).");
    if (facts.is("websocket_over_http2"))
        return FindingTexts::tr("It takes WebSockets over HTTP/2 (RFC 8441) as well as over HTTP/1.1.");
    return facts.is("http2") ? FindingTexts::tr("It speaks HTTP/2, too, but not for WebSockets.")
                             : FindingTexts::tr("It does not speak HTTP/2.");
}

QString hostileSentence(const Facts &facts)
{
    const QStringList otherwise = facts.words("otherwise");
    const QString right = spokenNumber(facts.list("as_wanted").size());
    return otherwise.isEmpty()
               ? FindingTexts::tr("Each of %1 invalid frames is answered with the code that RFC 6455 wants.")
                     .arg(right)
               : FindingTexts::tr(
                     "Of the invalid frames %1 were answered as RFC 6455 wants it; otherwise: %2.")
                     .arg(right, otherwise.join(QLatin1String(", ")));
}

QString notTried(const QString &why)
{
    if (why == QLatin1String("not-open"))
        return FindingTexts::tr("Not known: the connection for it could not be opened.");
    if (why == QLatin1String("no-pongs"))
        return FindingTexts::tr("Not known: pings are not answered.");
    return {};
}

} // namespace

QString explainFinding(const Finding &finding)
{
    const Facts facts(finding.facts);
    if (const QString why = notTried(facts.text("why")); !why.isEmpty())
        return why;
    switch (finding.kind) {
    case FindingKind::Connect:
        return connectSentence(facts);
    case FindingKind::IdleLimit:
        return idleSentence(finding, facts);
    case FindingKind::MaxAge:
        return ageSentence(facts);
    case FindingKind::Ping:
        return pingSentence(facts);
    case FindingKind::PingDelay:
        return delaySentence(facts);
    case FindingKind::ServerPing:
        return serverPingSentence(facts);
    case FindingKind::Close:
        return closeSentence(facts);
    case FindingKind::Credentials:
        return credentialsSentence(facts);
    case FindingKind::Path:
        return pathSentence(facts);
    case FindingKind::Subprotocol:
        return subprotocolSentence(facts);
    case FindingKind::Origin:
        return originSentence(finding, facts);
    case FindingKind::MessageSize:
        return sizeSentence(facts);
    case FindingKind::Compression:
        return compressionSentence(facts);
    case FindingKind::TlsVersions:
        return tlsSentence(finding, facts);
    case FindingKind::Certificate:
        return certificateSentence(facts);
    case FindingKind::Alpn:
        return alpnSentence(facts);
    case FindingKind::Addresses:
        return addressesSentence(facts);
    case FindingKind::Redirect:
        return redirectSentence(facts);
    case FindingKind::Http2:
        return http2Sentence(facts);
    case FindingKind::Hostile:
        return hostileSentence(facts);
    }
    return {};
}

QString explainChange(const Finding &before, const Finding &now)
{
    if (before.kind != now.kind)
        return {};
    const Facts old(before.facts);
    const Facts facts(now.facts);
    const auto changedTime = [&](const char *key) {
        if (!old.has(key) || !facts.has(key))
            return false;
        const double most = std::max(old.figure(key), facts.figure(key));
        return std::abs(old.figure(key) - facts.figure(key)) > std::max(1.5, most / 20);
    };
    for (const char *key : {"idle_limit_s", "age_limit_s"}) {
        if (changedTime(key))
            return FindingTexts::tr("The limit was %1, now %2.")
                .arg(limitDuration(old, key), limitDuration(facts, key));
        if (old.has(key) && !facts.has(key) && now.result == FindingResult::Ok &&
            facts.figure("held_s") > old.figure(key) * 1.1)
            return FindingTexts::tr("The limit was %1, now there is none up to %2.")
                .arg(old.duration(key), facts.duration("held_s"));
        if (!old.has(key) && facts.has(key) && before.result == FindingResult::Ok &&
            old.figure("held_s") > facts.figure(key) * 1.1)
            return FindingTexts::tr("There was no limit up to %1, now it is %2.")
                .arg(old.duration("held_s"), facts.duration(key));
    }
    if (now.kind == FindingKind::IdleLimit && old.has("reset_by") && facts.has("reset_by") &&
        old.list("reset_by") != facts.list("reset_by"))
        return FindingTexts::tr("What resets the limit has changed; it was: %1.")
            .arg(old.words("reset_by").join(QLatin1String(", ")));
    if (old.has("largest_bytes") && facts.has("largest_bytes") &&
        old.figure("largest_bytes") != facts.figure("largest_bytes"))
        return FindingTexts::tr("It was %1 bytes.").arg(spokenNumber(qint64(old.figure("largest_bytes"))));
    if (now.kind == FindingKind::TlsVersions && old.has("versions") &&
        old.list("versions") != facts.list("versions"))
        return FindingTexts::tr("It was: %1.").arg(old.words("versions").join(QLatin1String(", ")));
    // How this is rated depends on more than on what the peer does.
    if (now.kind == FindingKind::Origin && isRefused(before.facts) == isRefused(now.facts))
        return {};
    // A limit beyond what was tried the last time is no change.
    if (now.kind == FindingKind::IdleLimit || now.kind == FindingKind::MaxAge)
        return {};
    if (before.result != now.result && before.result != FindingResult::Unknown &&
        now.result != FindingResult::Unknown)
        return FindingTexts::tr("This was different the last time: %1").arg(explainFinding(before));
    return {};
}

} // namespace Pongwatch
