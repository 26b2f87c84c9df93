// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connection.h"

#include "engine/diagnosis/dialprospect.h"
#include "engine/diagnosis/explaindialogue.h"
#include "engine/diagnosis/retryafter.h"
#include "engine/lagmeter.h"
#include "engine/qt/clientchoice.h"
#include "engine/redirect.h"
#include "engine/values/secretmask.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

// RFC 6455 7.4.1, in python-websockets' words, so that a server's log looks the same for both.
const quint16 normalClosure = 1000;
const quint16 internalError = 1011;

// A user who asks for a new connection does not want to wait until the old one is properly closed.
constexpr seconds patienceWhenReplacing{1};
constexpr milliseconds strayReportInterval{50};

Error notOpen(const char *doing)
{
    return Error{QCoreApplication::translate("Pongwatch::Connection", doing),
                 {},
                 QCoreApplication::translate("Pongwatch::Connection", "the connection is not open")};
}

bool needsNewDial(const ConnectionSettings &before, const ConnectionSettings &after)
{
    ConnectionSettings comparable = after;
    comparable.name = before.name;
    comparable.keepalive = before.keepalive;
    comparable.trace = before.trace; // whoever traces follows it
    comparable.reconnect = before.reconnect;
    comparable.openTimeout = before.openTimeout;
    comparable.closeTimeout = before.closeTimeout;
    return comparable != before;
}

} // namespace

Connection::Connection(PeerId peer, const ConnectionSettings &settings, ConnectionEnvironment &environment)
    : m_peer(peer)
    , m_settings(settings, environment.settings)
    , m_env(environment)
    , m_keepalive(peer, environment.clock, environment.lag, environment.sink)
    , m_reconnect(settings.reconnect, environment.random)
{
}

Connection::~Connection()
{
    tellPingsOut(0);
    if (m_transport)
        m_transport->abort();
}

template <typename What>
void Connection::emitEvent(What what)
{
    ConnectionEvent event;
    event.peer = m_peer;
    event.connection = m_number;
    event.time = m_env.clock.wallNow();
    event.what = std::move(what);
    m_env.sink.event(std::move(event));
}

void Connection::enter(ConnectionState state, std::optional<nanoseconds> retryIn,
                       std::optional<nanoseconds> triedEvery)
{
    m_state = state;
    StateChanged change;
    change.state = state;
    change.attempt = m_reconnect.attempts() + (state == ConnectionState::Waiting ? 0 : 1);
    change.retryIn = retryIn;
    change.triedEvery = triedEvery;
    emitEvent(change);
}

// What the user requests

void Connection::start()
{
    m_intent = Intent::Watch;
    if (m_state == ConnectionState::Waiting)
        return;
    if (!isAtRest()) {
        m_dialAfterEnd = m_localAct != LocalAct::None;
        return;
    }
    m_reconnect.reset();
    m_qtRefusesAnswer = false;
    dial();
}

void Connection::pause()
{
    m_intent = Intent::Pause;
    m_dialAfterEnd = false;
    if (isAtRest()) {
        m_retryAt.reset();
        reschedule();
        if (m_state != ConnectionState::Paused)
            enter(ConnectionState::Paused);
        return;
    }
    beginClose(LocalAct::User, {normalClosure, {}}, m_settings->closeTimeout);
}

void Connection::reconnectNow()
{
    m_intent = Intent::Watch;
    m_reconnect.reset();
    m_qtRefusesAnswer = false; // the server may have changed
    if (isAtRest()) {
        dial();
        return;
    }
    m_dialAfterEnd = true;
    beginClose(LocalAct::User, {normalClosure, {}},
               std::min<nanoseconds>(m_settings->closeTimeout, patienceWhenReplacing));
}

void Connection::close(const CloseFrame &frame, bool endOfProgram)
{
    m_intent = Intent::StayClosed;
    m_dialAfterEnd = false;
    if (isAtRest()) {
        m_retryAt.reset();
        reschedule();
        if (m_state == ConnectionState::Waiting)
            enter(ConnectionState::Closed);
        if (m_env.cameToRest)
            m_env.cameToRest(m_peer);
        return;
    }
    beginClose(endOfProgram ? LocalAct::ProgramEnd : LocalAct::User, frame, m_settings->closeTimeout);
}

Result<quint32> Connection::pingNow(const QByteArray &payload)
{
    Result<quint32> sent = m_state == ConnectionState::Open
                               ? m_keepalive.sendManual(payload, m_env.clock.now(), *m_transport)
                               : notOpen(QT_TRANSLATE_NOOP("Pongwatch::Connection", "sending a ping"));
    emitEvent(PingSent{sent ? sent.value() : 0});
    reschedule();
    return sent;
}

Outcome Connection::sendText(const QString &text)
{
    Outcome maySend = checkMaySend();
    if (maySend.ok()) {
        m_transport->sendText(text);
        noteSentByUser();
    }
    return maySend;
}

Outcome Connection::sendBinary(const QByteArray &payload)
{
    Outcome maySend = checkMaySend();
    if (maySend.ok()) {
        m_transport->sendBinary(payload);
        noteSentByUser();
    }
    return maySend;
}

Outcome Connection::checkMaySend() const
{
    if (m_state != ConnectionState::Open)
        return notOpen(QT_TRANSLATE_NOOP("Pongwatch::Connection", "sending a message"));
    if (m_transport->backlogBytes() > maximumBacklog)
        return Error{QCoreApplication::translate("Pongwatch::Connection", "sending a message"),
                     {},
                     QCoreApplication::translate("Pongwatch::Connection",
                                                 "the peer accepts no data: %1 bytes are waiting to be sent")
                         .arg(m_transport->backlogBytes())};
    return success();
}

void Connection::setMessagesWanted(qint64 bytes)
{
    m_messageBytesWanted = bytes;
    wantMessages();
}

void Connection::wantMessages()
{
    if (m_transport)
        m_transport->setMessagesWanted(std::max(
            {m_messageBytesWanted, m_keepalive.messageBytesWanted(), m_talk ? DialogueLimits::lookedAt : 0}));
}

void Connection::setSettings(const ConnectionSettings &settings)
{
    const bool dialAnew = needsNewDial(m_settings.whole(), settings);
    m_settings = SharedSettings(settings, m_env.settings);
    m_reconnect.setSettings(settings.reconnect);
    if (m_state == ConnectionState::Open) {
        m_keepalive.setSettings(keepaliveSettings(), m_env.clock.now());
        wantMessages();
    }
    if (dialAnew && m_intent == Intent::Watch)
        reconnectNow();
    else
        reschedule();
}

void Connection::wentOn(const Suspended &standstill)
{
    const SteadyTime now = m_env.clock.now();
    m_resumedAt = now;
    m_programStood = standstill.programOnly;
    if (standstill.programOnly) {
        // What we waited for may have come in time and not been read yet.
        if (m_giveUpAt)
            *m_giveUpAt += standstill.duration;
        if (m_talk)
            m_talk->stoodStill(standstill.duration);
    }
    if (m_state == ConnectionState::Open || m_state == ConnectionState::Closing) {
        m_keepalive.loseAll(now);
        emitEvent(standstill);
    }
    reschedule();
}

// Dialling

void Connection::dial()
{
    ++m_number;
    m_dialling = true;
    m_dialAfterEnd = false;
    m_localAct = LocalAct::None;
    m_peerClosedFirst = false;
    m_keepalive.setVariables(nullptr);
    m_talk.reset();
    m_upgradedAt.reset();
    m_openedAt.reset();
    m_giveUpAt.reset();
    m_retryAt.reset();
    m_missed.reset();
    m_closing.reset();
    m_lastDataAt.reset();
    m_redirects.reset();
    m_dialledAt = m_env.clock.now();
    enter(ConnectionState::Connecting);
    m_env.dials.enqueue(m_ticket, [this] { startDial(); });
}

void Connection::startDial()
{
    m_dialledAt = m_env.clock.now();
    m_giveUpAt = m_dialledAt + m_settings->openTimeout;
    openTransport();
    reschedule();
}

void Connection::openTransport()
{
    ConnectionSettings settings = m_settings.whole();
    if (m_redirects && !m_redirects->to.isEmpty())
        settings = redirected(settings, m_redirects->to);
    if (m_qtRefusesAnswer)
        settings.client = Pongwatch::Client::Wire;
    m_transport = m_env.transports.create(settings);
    m_transport->setMessagesWanted(m_messageBytesWanted);
    if (m_frames)
        m_frames->dialled(m_number, settings);
    m_transport->setFrameWitness(m_frames.get());
    m_transport->open(settings, this);
}

const QUrl &Connection::dialledUrl() const
{
    return m_redirects && !m_redirects->to.isEmpty() ? m_redirects->to : m_settings.url();
}

bool Connection::followRedirect(const TransportEnd &end)
{
    if (!m_settings->followRedirects || end.cause != Cause::HandshakeRejected || !end.answer ||
        m_localAct != LocalAct::None)
        return false;
    Redirect redirect = redirectFrom(dialledUrl(), *end.answer);
    const int before = m_redirects ? m_redirects->followed : 0;
    if (!redirect.url.isEmpty() && before >= mostRedirects)
        redirect = {{},
                    QCoreApplication::translate("Pongwatch::Connection", "there were %1 redirects before it")
                        .arg(before)};
    if (redirect == Redirect())
        return false;
    if (!m_redirects)
        m_redirects = std::make_unique<Redirects>();
    m_redirects->refusal = redirect.refusal;
    if (redirect.url.isEmpty())
        return false;
    ++m_redirects->followed;
    m_redirects->to = redirect.url;
    m_env.retire(std::move(m_transport));
    openTransport();
    reschedule();
    return true;
}

bool Connection::dialByWireInstead()
{
    if (m_transport->note().kind != ClientNote::Kind::AnswerRefused || m_localAct != LocalAct::None ||
        m_qtRefusesAnswer)
        return false;
    m_qtRefusesAnswer = true;
    m_env.retire(std::move(m_transport));
    openTransport();
    reschedule();
    return true;
}

void Connection::transportOpened(const Opened &opened)
{
    m_ticket.leave();
    m_dialling = false;
    m_giveUpAt.reset();
    const SteadyTime now = m_env.clock.now();
    m_upgradedAt = now;
    m_server = opened.server;
    if (m_frames)
        m_frames->opened(now);
    SharedDialogue dialogue = m_settings->dialogue;
    if (dialogue && m_redirects && !m_redirects->to.isEmpty())
        dialogue = redirected(m_settings.whole(), m_redirects->to).dialogue;
    if (!dialogue || dialogue->isSilent()) {
        becomeOpen(now, opened);
        return;
    }
    ConversationHost &host = *this; // a private base
    m_talk = std::make_unique<Conversation>(dialogue, opened, m_env.clock, host);
    wantMessages();
    m_talk->begin(now);
    reschedule();
}

void Connection::becomeOpen(SteadyTime now, const Opened &opened)
{
    m_openedAt = now;
    m_keepalive.opened(m_number, now, m_env.scheduler.nextPhase(), keepaliveSettings());
    m_keepalive.setVariables(m_talk ? &m_talk->dialogue().variables() : nullptr);
    m_keepalive.setWay({wayTo(opened.address, opened.phases.proxy.has_value()), opened.phases.tcp});
    wantMessages();
    enter(ConnectionState::Open);
    Opened event = opened;
    if (m_talk)
        event.phases = m_talk->phases(now);
    if (opened.client == Pongwatch::Client::Wire && m_settings->client == Pongwatch::Client::Qt)
        event.wireReason =
            m_qtRefusesAnswer ? WireReason::AnswerRefused : whyNotQWebSocket(m_settings.whole());
    event.redirectedTo = m_redirects ? displayUrl(m_redirects->to) : QString();
    SecretMask(m_settings.whole()).apply(event);
    emitEvent(std::move(event));
    reschedule();
}

// The dialogue

std::shared_ptr<const KeepaliveSettings> Connection::keepaliveSettings() const
{
    std::shared_ptr<const KeepaliveSettings> settings = m_settings.keepalive();
    const std::optional<nanoseconds> told = m_talk ? m_talk->dialogue().toldInterval() : std::nullopt;
    if (!told || !settings->interval)
        return settings;
    auto changed = std::make_shared<KeepaliveSettings>(*settings);
    changed->interval = told;
    return changed;
}

bool Connection::maySend() const
{
    return m_upgradedAt && m_transport &&
           (m_state == ConnectionState::Open || m_state == ConnectionState::Connecting);
}

bool Connection::say(const OutgoingMessage &message, SteadyTime now)
{
    if (!maySend())
        return false;
    sendBy(*m_transport, message);
    if (m_frames)
        m_frames->setPlaceOfSent(message.place);
    m_lastDataAt = now;
    return maySend();
}

void Connection::messageCame(const FramePlace &place)
{
    if (m_frames)
        m_frames->setPlaceOfReceived(place);
}

void Connection::stepsDone(SteadyTime now)
{
    becomeOpen(now, m_talk->opened());
}

void Connection::dialogueFailed()
{
    beginClose(LocalAct::Dialogue, {normalClosure, {}}, m_settings->closeTimeout);
}

bool Connection::feedChanged(const FeedStale &feed, SteadyTime now)
{
    FeedStale told = feed;
    if (!feed.goesOn) {
        told.sinceLastPong = openFacts(now).sinceLastPong;
        told.expected = SecretMask(m_settings.whole()).in(told.expected);
    }
    emitEvent(told);
    if (feed.goesOn || m_settings->keepalive.onTimeout != OnTimeout::Close)
        return false;
    beginClose(LocalAct::Stale, {normalClosure, {}}, m_settings->closeTimeout);
    return true;
}

void Connection::feedSeen(const FeedSeen &feed)
{
    emitEvent(feed);
}

// What is due

void Connection::due(SteadyTime now)
{
    m_scheduledFor.reset();
    if (m_retryAt && now >= *m_retryAt) {
        dial();
        return;
    }
    if (m_giveUpAt && now >= *m_giveUpAt) {
        if (m_state == ConnectionState::Connecting && m_transport && m_transport->conclude())
            return;
        giveUp(m_state == ConnectionState::Connecting ? LocalAct::OpenTimeout : m_localAct);
        return;
    }
    // Deadlines first: if the timeout is a multiple of the interval, both are due at the same time, and a
    // ping that was only just sent would show up as unacknowledged when the kernel is asked about the missed
    // one.
    const bool judged = m_state != ConnectionState::Open || expirePings(now);
    if (m_state == ConnectionState::Open && judged && m_keepalive.sendDue(now, *m_transport) &&
        m_settings->keepalive.heartbeat)
        m_lastDataAt = now;
    reportStrayPongs(now);
    if (m_talk && judged && maySend())
        m_talk->due(now);
    reschedule();
}

bool Connection::expirePings(SteadyTime now)
{
    // If this thread itself is late, a pong may have come in time and not been read yet: read it before
    // blaming anybody.
    if (!m_expiryPostponed && m_env.lag.lagAt(now) > LagMeter::markAbove) {
        m_expiryPostponed = true;
        return false;
    }
    m_expiryPostponed = false;

    const std::vector<SettledPing> expired = m_keepalive.expire(now);
    if (expired.empty())
        return true;
    const std::optional<TcpSnapshot> tcp = m_transport->tcpSnapshot();
    if (!m_missed)
        m_missed = std::make_unique<MissedDeadline>();
    MissedDeadline &missed = *m_missed;
    missed.timedOut += static_cast<quint32>(expired.size());
    missed.unanswered = missed.timedOut + static_cast<quint32>(m_keepalive.pendingCount());
    missed.foreignPongs +=
        static_cast<quint32>(std::count_if(expired.begin(), expired.end(), [](const SettledPing &settled) {
            return settled.ping.answeredWrongly;
        }));
    missed.unsolicitedPongs = m_keepalive.unsolicitedPongs();
    missed.waited = expired.front().elapsed;
    missed.sinceHanded = now - expired.front().ping.handedAt;
    missed.tcp = tcp;
    const Evidence evidence = tcp ? weighEvidence(*tcp, missed.sinceHanded) : Evidence::Unknown;
    const std::optional<nanoseconds> sinceLastReceived = openFacts(now).sinceLastReceived;
    for (const SettledPing &settled : expired)
        emitEvent(PingTimedOut{settled.ping.seq, settled.elapsed, evidence, tcp, sinceLastReceived,
                               missed.foreignPongs, missed.unsolicitedPongs});
    if (m_state == ConnectionState::Open && m_settings->keepalive.onTimeout == OnTimeout::Close)
        beginClose(LocalAct::KeepaliveTimeout, {internalError, QStringLiteral("keepalive ping timeout")},
                   m_settings->closeTimeout);
    return true;
}

void Connection::tellPingsOut(std::size_t count)
{
    if (count != m_pingsOutTold)
        m_env.lag.pingsOut(static_cast<int>(count) - static_cast<int>(std::exchange(m_pingsOutTold, count)));
}

void Connection::reschedule()
{
    tellPingsOut(m_keepalive.pendingCount());
    std::optional<SteadyTime> next;
    const auto consider = [&next](const std::optional<SteadyTime> &when) {
        if (when && (!next || *when < *next))
            next = when;
    };
    consider(m_retryAt);
    consider(m_giveUpAt);
    // Once a Close frame was sent or received, nobody owes us a pong any more: pings in flight are lost.
    if (m_state == ConnectionState::Open)
        consider(m_keepalive.nextDue());
    if (m_strayReportedAt)
        consider(*m_strayReportedAt + strayReportInterval);
    if (m_talk && maySend())
        consider(m_talk->nextDue());
    if (next == m_scheduledFor)
        return;
    m_scheduledFor = next;
    if (next)
        m_env.scheduler.schedule(*this, *next);
    else
        m_env.scheduler.cancel(*this);
}

// What comes from the peer

void Connection::pongReceived(QByteArrayView payload, const FrameRead &read)
{
    m_env.lag.served(std::max(read.readAt, read.servedAt));
    pongTaken(m_keepalive.pong(payload, read, *m_transport));
}

void Connection::pongTaken(bool answersAPing)
{
    if (answersAPing && m_missed && m_state == ConnectionState::Open)
        m_missed.reset(); // it answers again
    tellSlowLimit();
    reportStrayPongs(m_env.clock.now());
    reschedule();
}

void Connection::tellSlowLimit()
{
    if (const std::optional<nanoseconds> limit = m_keepalive.takeNewSlowLimit())
        emitEvent(SlowLimitLearned{*limit});
}

void Connection::recallRoundTrips(nanoseconds percentile)
{
    m_keepalive.recallRoundTrips(m_settings->keepalive, percentile);
    tellSlowLimit();
}

void Connection::recallExamination(std::shared_ptr<const ExaminedLimits> examined)
{
    m_examined = std::move(examined);
}

void Connection::reportStrayPongs(SteadyTime now)
{
    // A peer that floods us with pongs gets one report per interval, not one per pong.
    if (m_strayReportedAt && now < *m_strayReportedAt + strayReportInterval)
        return;
    m_strayReportedAt.reset();
    if (!m_keepalive.takeStrayChanged())
        return;
    m_strayReportedAt = now;
    emitEvent(m_keepalive.strayPongs());
}

void Connection::messageReceived(bool binary, const QByteArray &payload, qint64 size, const FrameRead &read)
{
    m_env.lag.served(std::max(read.readAt, read.servedAt));
    m_lastDataAt = read.readAt;
    if (m_keepalive.message(payload, binary, read, *m_transport))
        pongTaken(true);
    if (m_talk && maySend()) {
        m_talk->message(payload, read.readAt);
        reschedule();
    }
    if (m_messageBytesWanted > 0)
        emitEvent(MessageReceived{binary, payload.left(m_messageBytesWanted), size});
}

void Connection::closeFrameReceived(const CloseFrame &frame)
{
    const SteadyTime now = m_env.clock.now();
    m_env.lag.served(now);
    if (!m_closing)
        m_closing = std::make_unique<Closing>();
    m_closing->received = frame;
    m_peerClosedFirst = !m_closing->sent;
    m_keepalive.stopSending();
    if (maySend()) {
        m_closing->atFirst = openFacts(now);
        m_giveUpAt = now + m_settings->closeTimeout;
        enter(ConnectionState::Closing);
    }
    reschedule();
}

void Connection::transportEnded(const TransportEnd &end)
{
    m_env.lag.served(m_env.clock.now());
    if (followRedirect(end) || dialByWireInstead())
        return;
    if (end.sent && !m_closing)
        m_closing = std::make_unique<Closing>();
    if (end.sent && !m_closing->sent)
        m_closing->sent = end.sent;
    finish(end);
}

// Ending

void Connection::beginClose(LocalAct why, const CloseFrame &frame, nanoseconds atMost)
{
    if (m_dialling) {
        giveUp(why);
        return;
    }
    const SteadyTime now = m_env.clock.now();
    const SteadyTime end = now + atMost;
    if (maySend()) {
        m_closing = std::make_unique<Closing>();
        m_closing->atFirst = openFacts(now);
        m_localAct = why;
        m_closing->sent = frame;
        m_keepalive.stopSending();
        m_giveUpAt = end;
        m_transport->sendClose(frame);
        enter(ConnectionState::Closing);
    } else if (m_giveUpAt) {
        m_giveUpAt = std::min(*m_giveUpAt, end);
    }
    reschedule();
}

void Connection::giveUp(LocalAct why)
{
    if (m_localAct == LocalAct::None && !m_peerClosedFirst)
        m_localAct = why;
    finish(std::nullopt);
}

void Connection::finish(const std::optional<TransportEnd> &end)
{
    const SteadyTime now = m_env.clock.now();
    Verdict verdict = diagnose(gatherFacts(end, now));
    if (m_settings->dialogue && m_settings->dialogue->isSilent())
        verdict.presetToTry = presetMissedBy(verdict, m_settings->dialogue->missedStarts);
    SecretMask(m_settings.whole()).apply(verdict); // a peer may quote our token
    DialPhases phases;
    if (m_talk && !m_openedAt)
        phases = m_talk->phases(now);
    else if (!m_openedAt)
        phases = end ? end->phases : m_transport ? m_transport->phases() : DialPhases();
    m_earlierEnds.push_back(patternOf(verdict));
    if (m_earlierEnds.size() > maxEarlierEnds)
        m_earlierEnds.erase(m_earlierEnds.begin());
    m_ticket.leave();
    m_dialling = false;
    m_giveUpAt.reset();
    m_keepalive.stopSending();
    m_keepalive.loseAll(now);
    reportStrayPongs(now);
    if (m_transport) {
        if (!end)
            m_transport->abort();
        m_env.retire(std::move(m_transport));
    }
    if (m_frames)
        m_frames->ended(verdict);
    if (m_openedAt)
        m_reconnect.connectionEnded(now - *m_openedAt);
    if (m_talk)
        m_talk->finish(now);
    emitEvent(Closed{verdict, phases});
    afterEnd(verdict);
}

OpenFacts Connection::openFacts(SteadyTime now) const
{
    const auto since = [now](const std::optional<SteadyTime> &when) {
        return when ? std::optional<nanoseconds>(now - *when) : std::nullopt;
    };
    OpenFacts facts;
    facts.age = since(m_upgradedAt).value_or(nanoseconds(0));
    facts.sinceLastReceived = since(m_transport ? m_transport->lastReceivedAt() : std::nullopt);
    // The answer to the upgrade came a moment before the connection counted as open.
    facts.sinceLastReceived = std::min(facts.sinceLastReceived.value_or(facts.age), facts.age);
    facts.sinceLastPong = since(m_keepalive.lastPongAt());
    facts.sinceLastData = since(m_lastDataAt);
    facts.sinceLastPing = since(m_keepalive.lastPingAt());
    return facts;
}

CloseFacts Connection::gatherFacts(const std::optional<TransportEnd> &end, SteadyTime now) const
{
    CloseFacts facts;
    facts.localAct = m_localAct;
    if (m_closing) {
        facts.sent = m_closing->sent;
        facts.received = m_closing->received;
    }
    facts.receivedFirst = m_peerClosedFirst;
    facts.end = end;
    if (m_transport)
        facts.clientNote = m_transport->note();
    if (!facts.sent && m_transport && !end)
        facts.sent = m_transport->sentClose();
    facts.answerBegan = !m_openedAt && m_transport && m_transport->lastReceivedAt();
    facts.secure = dialledUrl().scheme() == QLatin1String("wss");
    if (m_redirects) {
        facts.redirectedTo = displayUrl(m_redirects->to);
        facts.redirectRefusal = m_redirects->refusal;
    }
    if (m_transport)
        facts.story = m_transport->story();
    facts.lasting = end && looksLasting(*end, facts.story);
    facts.final = m_settings->reconnect.giveUp && end && !end->mayRetry;
    if (m_talk)
        facts.dialogue = m_talk->end(now);
    if (facts.dialogue && facts.dialogue->kind == DialogueEnd::Kind::Refused) {
        facts.lasting = true; // a token does not become valid on its own
        facts.final = m_settings->reconnect.giveUp;
    }
    if (m_upgradedAt) {
        facts.open = m_closing && m_closing->atFirst ? *m_closing->atFirst : openFacts(now);
        facts.phase = DialPhase::Open;
    } else {
        facts.phase = m_transport ? m_transport->phase() : DialPhase::Dns;
    }
    if (m_localAct == LocalAct::OpenTimeout) {
        facts.waited = now - m_dialledAt;
    } else if (m_missed) {
        facts.waited = m_missed->waited;
        facts.pingsUnanswered = m_missed->unanswered;
        facts.foreignPongs = m_missed->foreignPongs;
        facts.unsolicitedPongs = m_missed->unsolicitedPongs;
        facts.lateAnswer = m_keepalive.lateAnswer();
        facts.tcp = m_missed->tcp;
        facts.sincePing = m_missed->sinceHanded;
    }
    // If a connection was cut while the machine slept, that shows at the first use after waking.
    if (m_resumedAt && m_openedAt && *m_resumedAt >= *m_openedAt) {
        facts.sinceResume = now - *m_resumedAt;
        facts.programStood = m_programStood;
    }
    facts.earlier = m_earlierEnds;
    if (!m_redirects || m_redirects->to.isEmpty()) // examined is what the URL itself leads to
        facts.examined = m_examined.get();
    facts.server = m_server;
    return facts;
}

void Connection::afterEnd(const Verdict &verdict)
{
    if (std::exchange(m_dialAfterEnd, false)) {
        dial();
        return;
    }
    if (m_intent != Intent::Watch) {
        enter(m_intent == Intent::Pause ? ConnectionState::Paused : ConnectionState::Closed);
    } else if (verdict.final) {
        enter(ConnectionState::Failed);
    } else if (m_settings->reconnect.enabled) {
        const nanoseconds planned = verdict.lasting ? m_reconnect.nextLongDelay() : m_reconnect.nextDelay();
        const nanoseconds delay = m_reconnect.obeying(
            planned, verdict.answer ? retryAfterOf(*verdict.answer, m_env.clock.wallNow()) : std::nullopt);
        m_retryAt = m_env.clock.now() + delay;
        std::optional<nanoseconds> triedEvery;
        if (verdict.lasting)
            triedEvery = std::max(ReconnectPolicy::longestInterval, delay);
        enter(ConnectionState::Waiting, delay, triedEvery);
    } else {
        const bool clean = verdict.cause == Cause::PeerClose || verdict.cause == Cause::LocalClose;
        enter(clean ? ConnectionState::Closed : ConnectionState::Failed);
    }
    reschedule();
    if (!m_retryAt && m_env.cameToRest)
        m_env.cameToRest(m_peer);
}

} // namespace Pongwatch
