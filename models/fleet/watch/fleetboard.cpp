// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetboard.h"

#include "fleet/crosssentence.h"
#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr quint32 firstOutsideNumber = 0x8000'0000; // above all that a monitor gives
constexpr int stepsAtOnce = 250;

/// By its word in the output contract.
std::optional<Health> healthOfWord(const QString &word)
{
    const auto found = std::find_if(allHealths.begin(), allHealths.end(), [&word](Health health) {
        return isOfConnection(health) && toWord(health) == word;
    });
    return found == allHealths.end() ? std::nullopt : std::optional(*found);
}

/// The worst of those that see it as wanted.
Health worstSeen(const FleetPeer &peer, Sight wanted)
{
    Health worst = Health::Paused;
    for (const VantageSight &sight : peer.sights)
        if (sight.sight == wanted && isWorse(healthOf(sight), worst))
            worst = healthOf(sight);
    return worst;
}

/// Whether something is wrong that is not explained by the vantage alone.
bool isTrouble(const CrossVerdict &verdict)
{
    using Kind = CrossVerdict::Kind;
    return verdict.kind == Kind::Way || verdict.kind == Kind::ProviderNetwork || verdict.kind == Kind::Peer ||
           verdict.kind == Kind::OneView;
}

/// A peer that is up, and slow, stale or flapping from some vantages: that comes first, and what is wrong
/// with a vantage does not explain it.
void sayWhoSeesItWorse(const FleetPeer &peer, OutsideView &view)
{
    const Health health = view.health;
    if (view.inTrouble || (health != Health::Slow && health != Health::Stale && health != Health::Flapping))
        return;
    QStringList vantages;
    for (const VantageSight &sight : peer.sights)
        if (sight.sight == Sight::Up && healthOf(sight) == health)
            vantages.append(sight.vantage);
    const QString state = Wording::health(health);
    view.suspicion = {};
    view.inShort =
        FleetBoard::tr("%1 from %2", "a state, such as Slow; vantages").arg(state, namesOf(vantages));
    const QString seen = FleetBoard::tr("%1 as seen from %2.", "a state, such as Slow; vantages")
                             .arg(state, namesOf(vantages));
    view.sentence = view.sentence.isEmpty() ? seen : QString(seen + u' ' + view.sentence);
}

} // namespace

Health healthOf(const VantageSight &sight)
{
    switch (sight.sight) {
    case Sight::Silent:
        return Health::Unknown;
    case Sight::Up:
        return healthOfWord(sight.state).value_or(Health::Ok);
    case Sight::Down:
        break;
    }
    return healthOfWord(sight.state).value_or(Health::Waiting);
}

OutsideView outsideViewOf(const FleetRow &row, const Formatter &format, WallTime now)
{
    OutsideView view;
    const CrossVerdict &verdict = row.verdict;
    switch (verdict.kind) {
    case CrossVerdict::Kind::Up:
        view.health = worstSeen(row.peer, Sight::Up);
        break;
    case CrossVerdict::Kind::Unknown:
        break;
    case CrossVerdict::Kind::VantageNetwork:
        // Those that see it down have no say about it.
        view.health = verdict.up.isEmpty() ? Health::Unknown : worstSeen(row.peer, Sight::Up);
        break;
    case CrossVerdict::Kind::Way:
    case CrossVerdict::Kind::ProviderNetwork:
        view.health = Health::Partly;
        break;
    case CrossVerdict::Kind::Peer:
    case CrossVerdict::Kind::OneView:
        view.health = worstSeen(row.peer, Sight::Down);
        break;
    }
    view.inTrouble = isTrouble(verdict);
    if (verdict.since)
        view.since = *verdict.since;
    else if (view.inTrouble)
        view.since = now;
    view.suspicion = {verdict.suspects, {}};
    view.inShort = crossInShort(verdict);
    view.sentence = crossSentence(verdict, format, now);
    sayWhoSeesItWorse(row.peer, view);
    return view;
}

FleetBoard::FleetBoard(PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_lastNumber(firstOutsideNumber)
{
    m_workOn.setSingleShot(true);
    m_workOn.setInterval(0);
    connect(&m_workOn, &QTimer::timeout, this, &FleetBoard::work);
    connect(book, &PeerBook::peerAdded, this, &FleetBoard::noteOwn);
    connect(book, &PeerBook::peerEdited, this, [this](PeerId peer) {
        const auto before = m_ownKeys.constFind(toNumber(peer));
        const FleetKey now{m_book->labels(peer)->group, m_book->record(peer)->name()};
        if (before == m_ownKeys.cend() || *before != now) {
            forgetOwn(peer);
            noteOwn(peer);
        }
    });
    connect(book, &PeerBook::peerRemoved, this, &FleetBoard::forgetOwn);
    for (const PeerId peer : book->peers())
        noteOwn(peer);
}

FleetBoard::~FleetBoard() = default;

void FleetBoard::noteOwn(PeerId peer)
{
    if (!m_book->isOwn(peer))
        return;
    const FleetKey key{m_book->labels(peer)->group, m_book->record(peer)->name()};
    if (m_own.contains(key))
        return; // of two with the same name, the first
    m_own.insert(key, peer);
    m_ownKeys.insert(toNumber(peer), key);
    if (const auto known = m_peers.constFind(key); known != m_peers.cend()) {
        const FleetRow row = m_rows.at(toNumber(*known));
        m_steps.emplace_front(row); // before news and removals that wait
        m_steps.emplace_front(key);
        m_workOn.start();
    }
}

void FleetBoard::forgetOwn(PeerId peer)
{
    if (!m_ownKeys.contains(toNumber(peer)))
        return;
    const FleetKey key = m_ownKeys.take(toNumber(peer));
    m_own.remove(key);
    const auto entry = m_rows.find(toNumber(peer));
    if (entry == m_rows.end())
        return;
    // The fleet goes on watching it.
    m_steps.emplace_front(entry->second);
    m_workOn.start();
    m_peers.remove(key);
    m_rows.erase(entry);
}

void FleetBoard::open(const QString &source)
{
    close();
    m_state = State::Reading;
    m_source = source;
    Q_EMIT changed();
}

void FleetBoard::close()
{
    if (!isOpen())
        return;
    m_state = State::Closed;
    m_problem.clear();
    m_summary = {};
    m_readAt = {};
    m_leftOut = 0;
    m_steps.clear();
    // From the last to the first, which is quicker for lists.
    const QList<PeerId> order = m_book->peers();
    for (auto peer = order.crbegin(); peer != order.crend(); ++peer)
        if (const auto entry = m_rows.find(toNumber(*peer)); entry != m_rows.end())
            m_steps.emplace_back(entry->second.key());
    m_workOn.start();
    Q_EMIT vantagesChanged();
    Q_EMIT changed();
}

void FleetBoard::take(const FleetNews &news)
{
    if (!isOpen())
        return;
    m_state = State::Current;
    m_problem.clear();
    const Formatter words = format();
    const bool isAnotherDay =
        m_readAt != WallTime{} && words.local(m_readAt).date() != words.local(news.at).date();
    m_readAt = news.at;
    m_leftOut = news.leftOut;
    const bool otherVantages = news.summary.vantages != m_summary.vantages;
    m_summary = news.summary;
    for (const FleetKey &key : news.gone)
        m_steps.emplace_back(key);
    for (const FleetRow &row : news.changed)
        m_steps.emplace_back(row);
    if (!m_steps.empty())
        m_workOn.start();
    if (otherVantages)
        Q_EMIT vantagesChanged();
    if (isAnotherDay)
        retell(); // moments of yesterday get their date
    Q_EMIT changed();
}

void FleetBoard::takeFailure(const Error &error)
{
    if (!isOpen())
        return;
    m_state = m_readAt == WallTime{} ? State::Reading : State::Old;
    m_problem = error.sentence();
    Q_EMIT changed();
}

void FleetBoard::work()
{
    for (int i = 0; i < stepsAtOnce && !m_steps.empty(); ++i) {
        const Step step = std::move(m_steps.front());
        m_steps.pop_front();
        if (const auto *row = std::get_if<FleetRow>(&step))
            put(*row);
        else
            take(std::get<FleetKey>(step));
    }
    m_book->setOutside(std::exchange(m_views, {}));
    if (const QList<PeerId> touched = std::exchange(m_touched, {}); !touched.isEmpty())
        Q_EMIT rowsChanged(touched);
    if (!m_steps.empty())
        m_workOn.start();
}

OutsideView FleetBoard::viewOf(const FleetRow &row) const
{
    return outsideViewOf(row, m_book->format(), m_readAt);
}

void FleetBoard::put(const FleetRow &row)
{
    const auto own = m_own.constFind(row.key());
    const auto known = m_peers.constFind(row.key());
    if (known != m_peers.cend()) {
        m_rows.at(toNumber(*known)) = row;
        if (!m_book->isOwn(*known))
            m_views.append({*known, viewOf(row)});
        m_touched.append(*known);
        return;
    }
    const PeerId peer = own != m_own.cend() ? *own : PeerId{m_lastNumber++};
    m_peers.insert(row.key(), peer);
    m_rows[toNumber(peer)] = row;
    m_touched.append(peer);
    if (own == m_own.cend()) {
        ConnectionSettings settings;
        settings.name = row.peer.name;
        settings.url = QUrl(row.peer.url, QUrl::StrictMode);
        m_book->addOutside(peer, settings, {row.peer.group, {}}, viewOf(row));
    }
}

void FleetBoard::take(const FleetKey &key)
{
    const auto known = m_peers.constFind(key);
    if (known == m_peers.cend())
        return;
    const PeerId peer = *known;
    m_peers.erase(known);
    m_rows.erase(toNumber(peer));
    if (m_book->isOwn(peer))
        m_touched.append(peer);
    else
        m_book->remove(peer);
}

Formatter FleetBoard::format() const
{
    return m_book->format();
}

void FleetBoard::retell()
{
    QList<std::pair<PeerId, OutsideView>> views;
    for (const auto &[number, row] : m_rows)
        if (!m_book->isOwn(PeerId{number}))
            views.append({PeerId{number}, viewOf(row)});
    m_book->setOutside(views);
    Q_EMIT changed();
}

const FleetRow *FleetBoard::of(PeerId peer) const
{
    const auto found = m_rows.find(toNumber(peer));
    return found == m_rows.end() ? nullptr : &found->second;
}

QList<PeerId> FleetBoard::inTrouble() const
{
    std::vector<std::pair<WallTime, PeerId>> troubles;
    for (const auto &[number, row] : m_rows)
        if (isTrouble(row.verdict))
            troubles.emplace_back(row.verdict.since.value_or(m_readAt), PeerId{number});
    std::sort(troubles.begin(), troubles.end());
    QList<PeerId> peers;
    for (const auto &[since, peer] : troubles)
        peers.append(peer);
    return peers;
}

} // namespace Pongwatch
