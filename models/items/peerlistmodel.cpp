// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerlistmodel.h"

#include "fleet/watch/fleetboard.h"
#include "history/watchedstates.h"
#include "items/peercells.h"
#include "items/peermimedata.h"
#include "items/vantagecells.h"
#include "past/peerfigures.h"
#include "peers/peerbranch.h"
#include "text/formatter.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// A cell of the column of error budgets.
QVariant budgetData(const PeerListModel::Budget &budget, int role)
{
    constexpr double nearlyUsed = 0.1;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (!budget.left)
            return {};
        return *budget.left > 0 ? Formatter().percentage(*budget.left)
                                : PeerListModel::tr("used up", "an error budget");
    case PeerSortRole:
        return budget.left ? QVariant(*budget.left) : QVariant();
    case PeerWarningRole:
        return budget.left && *budget.left < nearlyUsed;
    case Qt::ToolTipRole:
        return budget.explanation;
    default:
        return {};
    }
}

} // namespace

PeerListModel::PeerListModel(PeerBook *book, QObject *parent)
    : QAbstractItemModel(parent)
    , m_book(book)
    , m_root(std::make_unique<PeerBranch>())
{
    m_announce.setSingleShot(true);
    m_announce.setInterval(announceInterval);
    connect(&m_announce, &QTimer::timeout, this, &PeerListModel::flush);
    connect(book, &PeerBook::peerAdded, this, &PeerListModel::addPeer);
    connect(book, &PeerBook::peerAboutToBeRemoved, this, &PeerListModel::removePeer);
    connect(book, &PeerBook::peerEdited, this, &PeerListModel::fileAnew);
    connect(book, &PeerBook::groupsChanged, this, &PeerListModel::arrangeGroups);
    connect(book, &PeerBook::peersChanged, this, &PeerListModel::gather);
    arrangeGroups();
    for (const PeerId peer : book->peers())
        addPeer(peer);
}

PeerListModel::~PeerListModel() = default;

int PeerListModel::firstRow(const PeerBranch &branch) const
{
    return &branch == m_root.get() ? static_cast<int>(m_groups.size()) : 0;
}

QModelIndex PeerListModel::branchIndex(const PeerBranch &branch) const
{
    return &branch == m_root.get() ? QModelIndex() : createIndex(branch.position, 0);
}

PeerBranch *PeerListModel::groupAt(const QModelIndex &index) const
{
    const bool isGroup =
        index.isValid() && !index.internalPointer() && index.row() < static_cast<int>(m_groups.size());
    return isGroup ? m_groups[static_cast<size_t>(index.row())].get() : nullptr;
}

PeerRow *PeerListModel::peerAt(const QModelIndex &index) const
{
    if (!index.isValid() || groupAt(index))
        return nullptr;
    auto *branch = static_cast<PeerBranch *>(index.internalPointer());
    PeerBranch &home = branch ? *branch : *m_root;
    return &home.rows[static_cast<size_t>(index.row() - firstRow(home))];
}

QModelIndex PeerListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? groupAt(parent) : nullptr);
}

QModelIndex PeerListModel::parent(const QModelIndex &child) const
{
    const auto *branch = static_cast<const PeerBranch *>(child.internalPointer());
    return branch ? branchIndex(*branch) : QModelIndex();
}

int PeerListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size() + m_root->rows.size());
    const PeerBranch *group = parent.column() == 0 ? groupAt(parent) : nullptr;
    return group ? static_cast<int>(group->rows.size()) : 0;
}

int PeerListModel::columnCount(const QModelIndex & /*parent*/) const
{
    return peerColumnCount;
}

Qt::ItemFlags PeerListModel::flags(const QModelIndex &index) const
{
    // The space between rows also accepts drops: it stands for no group.
    const Qt::ItemFlags common = QAbstractItemModel::flags(index) | Qt::ItemIsDropEnabled;
    return peerAt(index) ? common | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : common;
}

QModelIndex PeerListModel::indexOf(PeerId peer) const
{
    const auto place = m_places.constFind(toNumber(peer));
    if (place == m_places.cend())
        return {};
    return index(firstRow(*place->branch) + place->row, column(PeerColumn::Name),
                 branchIndex(*place->branch));
}

QModelIndex PeerListModel::indexOfGroup(const QString &name) const
{
    const auto found = std::find_if(m_groups.cbegin(), m_groups.cend(),
                                    [&name](const auto &group) { return group->group == name; });
    return found == m_groups.cend() ? QModelIndex()
                                    : createIndex((*found)->position, column(PeerColumn::Name));
}

void PeerListModel::addGroup(const QString &name)
{
    const int row = static_cast<int>(m_groups.size());
    beginInsertRows({}, row, row);
    auto group = std::make_unique<PeerBranch>();
    group->group = name;
    group->position = row;
    m_groups.push_back(std::move(group));
    endInsertRows();
}

PeerBranch *PeerListModel::branchFor(const QString &group)
{
    if (group.isEmpty())
        return m_root.get();
    const QModelIndex known = indexOfGroup(group);
    if (!known.isValid()) {
        addGroup(group);
        return m_groups.back().get();
    }
    return groupAt(known);
}

void PeerListModel::removeUnusedGroups()
{
    for (size_t place = m_groups.size(); place-- > 0;) {
        const PeerBranch &group = *m_groups[place];
        if (!group.rows.empty() || m_book->groups().contains(group.group))
            continue;
        const int row = static_cast<int>(place);
        beginRemoveRows({}, row, row);
        m_groups.erase(m_groups.begin() + row);
        for (size_t below = place; below < m_groups.size(); ++below)
            m_groups[below]->position = static_cast<int>(below);
        endRemoveRows();
    }
}

void PeerListModel::arrangeGroups()
{
    removeUnusedGroups();
    int target = 0;
    for (const QString &name : m_book->groups()) {
        if (name.isEmpty())
            continue;
        const int row = branchFor(name)->position;
        if (row != target) { // always below: everything above is already in place
            beginMoveRows({}, row, row, {}, target);
            std::rotate(m_groups.begin() + target, m_groups.begin() + row, m_groups.begin() + row + 1);
            for (size_t place = 0; place < m_groups.size(); ++place)
                m_groups[place]->position = static_cast<int>(place);
            endMoveRows();
        }
        ++target;
    }
}

void PeerListModel::renumber(PeerBranch &branch, int from)
{
    for (int row = from; row < static_cast<int>(branch.rows.size()); ++row)
        m_places[toNumber(branch.rows[static_cast<size_t>(row)].peer)] = {&branch, row};
    branch.note(PeerBranch::Sampled | PeerBranch::StateChanged);
    branch.figuresOf = {};
}

void PeerListModel::addPeer(PeerId peer)
{
    const PeerLabels *labels = m_book->labels(peer);
    PeerBranch &branch = *branchFor(labels ? labels->group : QString());
    const int place = static_cast<int>(branch.rows.size());
    const int row = firstRow(branch) + place;
    beginInsertRows(branchIndex(branch), row, row);
    branch.rows.push_back(PeerRow{peer});
    renumber(branch, place);
    endInsertRows();
    announceSoon();
}

void PeerListModel::removePeer(PeerId peer)
{
    const Place place = m_places.value(toNumber(peer));
    if (!place.branch)
        return;
    const int row = firstRow(*place.branch) + place.row;
    beginRemoveRows(branchIndex(*place.branch), row, row);
    place.branch->rows.erase(place.branch->rows.begin() + place.row);
    m_places.remove(toNumber(peer));
    renumber(*place.branch, place.row);
    endRemoveRows();
    removeUnusedGroups();
    announceSoon();
}

void PeerListModel::fileAnew(PeerId peer)
{
    const Place place = m_places.value(toNumber(peer));
    const PeerLabels *labels = m_book->labels(peer);
    if (!place.branch || !labels)
        return;
    if (place.branch->group != labels->group) {
        PeerBranch &from = *place.branch;
        PeerBranch &to = *branchFor(labels->group);
        const int row = firstRow(from) + place.row;
        const int last = static_cast<int>(to.rows.size());
        beginMoveRows(branchIndex(from), row, row, branchIndex(to), firstRow(to) + last);
        to.rows.push_back(from.rows[static_cast<size_t>(place.row)]);
        from.rows.erase(from.rows.begin() + place.row);
        renumber(from, place.row);
        renumber(to, last);
        endMoveRows();
        removeUnusedGroups();
        announceSoon();
    }
    // Any of its texts may have changed. No roles, so that filters check it again.
    const QModelIndex name = indexOf(peer);
    Q_EMIT dataChanged(name.siblingAtColumn(0), name.siblingAtColumn(peerColumnCount - 1));
}

void PeerListModel::gather(const QList<PeerChange> &changes)
{
    for (const PeerChange &change : changes) {
        const auto place = m_places.constFind(toNumber(change.peer));
        if (place == m_places.cend())
            continue;
        PeerBranch &branch = *place->branch;
        PeerRow &changed = branch.rows[static_cast<size_t>(place->row)];
        const quint8 dirt = change.state ? quint8(PeerBranch::Sampled | PeerBranch::StateChanged)
                                         : quint8(PeerBranch::Sampled);
        changed.dirty |= dirt;
        changed.summaryIsFresh = false;
        branch.dirtyPeers = true;
        branch.note(dirt);
    }
    announceSoon();
}

void PeerListModel::setFigures(PeerFigures *figures)
{
    m_figures = figures;
    connect(figures, &PeerFigures::changed, this, [this](const QList<PeerId> &peers) {
        QList<PeerChange> changes;
        for (const PeerId peer : peers)
            changes.append({peer, false});
        gather(changes);
    });
}

void PeerListModel::setFleet(const FleetBoard *fleet)
{
    m_fleet = fleet;
    connect(fleet, &FleetBoard::rowsChanged, this, [this](const QList<PeerId> &peers) {
        QList<PeerChange> changes;
        for (const PeerId peer : peers)
            changes.append({peer, true});
        gather(changes);
    });
    constexpr int c = column(PeerColumn::Vantages);
    connect(fleet, &FleetBoard::vantagesChanged, this,
            [this] { Q_EMIT headerDataChanged(Qt::Horizontal, c, c); });
    // All cells look different when they are old.
    connect(fleet, &FleetBoard::changed, this, [this, wasOld = false]() mutable {
        const bool isOld = m_fleet->state() == FleetBoard::State::Old;
        if (std::exchange(wasOld, isOld) == isOld)
            return;
        const auto announceAll = [](PeerListModel *model, const QModelIndex &parent) {
            if (const int rows = model->rowCount(parent); rows > 0)
                Q_EMIT model->dataChanged(model->index(0, c, parent), model->index(rows - 1, c, parent),
                                          {PeerOldRole});
        };
        announceAll(this, {});
        for (const auto &group : m_groups)
            announceAll(this, branchIndex(*group));
    });
}

QVariant PeerListModel::vantagesData(PeerId peer, int role) const
{
    const FleetRow *row = m_fleet ? m_fleet->of(peer) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return VantageCells::inShort(*row);
    case PeerVantagesRole:
        return QVariant::fromValue(VantageCells::of(*row, m_fleet->vantages()));
    case PeerSortRole:
        return VantageCells::sortKey(*row);
    case Qt::ToolTipRole:
        return VantageCells::toolTip(*row, m_book->format(), m_book->now());
    case Qt::AccessibleTextRole:
        return VantageCells::toolTip(*row, m_book->format(), m_book->now())
            .replace(QLatin1Char('\n'), QStringLiteral("; "));
    default:
        return {};
    }
}

void PeerListModel::setBudgets(std::function<Budget(PeerId)> ofPeer,
                               std::function<Budget(const QString &)> ofGroup)
{
    m_budgetOfPeer = std::move(ofPeer);
    m_budgetOfGroup = std::move(ofGroup);
}

const StatisticsSummary &PeerListModel::figuresOf(const PeerRow &row, const PeerRecord &record) const
{
    return m_figures ? m_figures->of(row.peer, PeerFigures::Stretch::InSight)
                     : row.summaryNow(record, m_book->now());
}

QString PeerListModel::availabilityTip(const PeerRecord &record) const
{
    using Stretch = PeerFigures::Stretch;
    QStringList lines;
    const auto add = [&](const QString &title, Stretch stretch) {
        const StatisticsSummary &figures = m_figures->of(record.id(), stretch);
        const auto share = availability(figures.openTime, figures.watched);
        //: %1 a stretch of time, %2 a share of it, %3 how long the peer was watched then
        lines.append(share ? tr("%1: up %2 of the %3 that it was watched")
                                 .arg(title, Formatter().percentage(*share),
                                      Formatter().briefDuration(figures.watched))
                           : tr("%1: not watched").arg(title));
    };
    add(tr("In sight"), Stretch::InSight);
    add(tr("Last hour"), Stretch::Hour);
    add(tr("Last 24 hours"), Stretch::Day);
    return lines.join(QLatin1Char('\n'));
}

void PeerListModel::announceSoon()
{
    if (!m_announce.isActive() || m_announce.remainingTimeAsDuration() > announceInterval) {
        // After a pause do it right away, which saves a wake-up.
        const bool hasRested =
            !m_lastAnnounced.isValid() || m_lastAnnounced.elapsed() > announceInterval.count();
        m_announce.start(hasRested ? milliseconds(0) : announceInterval);
    }
}

void PeerListModel::announce(const QModelIndex &first, int lastRow, PeerColumns columns,
                             const QList<int> &roles)
{
    columns &= m_announced;
    if (!m_budgetOfPeer)
        columns.reset(static_cast<size_t>(PeerColumn::Budget));
    for (int c = 0; c < peerColumnCount; ++c) {
        if (!columns.test(static_cast<size_t>(c)))
            continue;
        int last = c;
        for (int next = c + 1; next < peerColumnCount && columns.test(static_cast<size_t>(next)); ++next)
            last = next;
        Q_EMIT dataChanged(first.siblingAtColumn(c), first.sibling(lastRow, last), roles);
        c = last;
    }
}

void PeerListModel::announcePeers(PeerBranch &branch)
{
    const QModelIndex parent = branchIndex(branch);
    const int offset = firstRow(branch);
    const auto ranges = [&](quint8 dirt, const PeerColumns &columns, const QList<int> &roles) {
        const auto isDirty = [dirt](const PeerRow &row) { return (row.dirty & dirt) != 0; };
        auto first = std::find_if(branch.rows.cbegin(), branch.rows.cend(), isDirty);
        while (first != branch.rows.cend()) {
            const auto end = std::find_if_not(first, branch.rows.cend(), isDirty);
            const int top = offset + static_cast<int>(first - branch.rows.cbegin());
            const int bottom = offset + static_cast<int>(end - branch.rows.cbegin()) - 1;
            announce(index(top, 0, parent), bottom, columns, roles);
            first = std::find_if(end, branch.rows.cend(), isDirty);
        }
    };
    ranges(PeerBranch::Sampled, PeerColumnText::changedBySamples(), {Qt::DisplayRole, PeerSortRole});
    ranges(PeerBranch::StateChanged, PeerColumnText::changedByEvents(),
           {Qt::DisplayRole, PeerSortRole, PeerHealthRole, PeerDetailRole, PeerWarningRole, Qt::ToolTipRole});
    for (PeerRow &row : branch.rows)
        row.dirty = PeerBranch::Clean;
    branch.dirtyPeers = false;
}

void PeerListModel::announceGroup(PeerBranch &branch)
{
    const QModelIndex row = branchIndex(branch);
    if (branch.dirty & PeerBranch::StateChanged) {
        branch.dirty &= quint8(~PeerBranch::StateChanged);
        announce(row, row.row(), peerColumns({PeerColumn::State, PeerColumn::Name, PeerColumn::LastEnd}),
                 {Qt::DisplayRole, PeerSortRole, PeerHealthRole, PeerDetailRole, PeerCountsRole});
    }
    if (!(branch.dirty & PeerBranch::Sampled))
        return;
    if (m_book->now() - branch.figuresOf < PeerBranch::figuresInterval) {
        if (!m_announce.isActive()) { // until it is time
            const auto left = PeerBranch::figuresInterval - (m_book->now() - branch.figuresOf);
            m_announce.start(std::chrono::ceil<milliseconds>(
                std::clamp<microseconds>(left, announceInterval, PeerBranch::figuresInterval)));
        }
        return;
    }
    branch.dirty &= quint8(~PeerBranch::Sampled);
    announce(row, row.row(),
             peerColumns({PeerColumn::LastRtt, PeerColumn::Median, PeerColumn::P95, PeerColumn::Jitter,
                          PeerColumn::Loss, PeerColumn::Availability, PeerColumn::Connections,
                          PeerColumn::Certificate}),
             {Qt::DisplayRole, PeerSortRole, PeerWarningRole});
}

void PeerListModel::flush()
{
    m_announce.stop();
    m_lastAnnounced.start();
    if (m_root->dirtyPeers)
        announcePeers(*m_root);
    for (const auto &group : m_groups) {
        if (group->dirtyPeers)
            announcePeers(*group);
        announceGroup(*group);
    }
}

void PeerListModel::setTrendWindow(nanoseconds window)
{
    if (m_trendWindow == window)
        return;
    m_trendWindow = window;
    Q_EMIT headerDataChanged(Qt::Horizontal, column(PeerColumn::Timeline), column(PeerColumn::Timeline));
}

void PeerListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, peerColumnCount - 1);
    for (const auto &group : m_groups) {
        if (!group->rows.empty()) {
            const QModelIndex first = index(0, 0, branchIndex(*group));
            Q_EMIT dataChanged(first,
                               first.sibling(static_cast<int>(group->rows.size()) - 1, peerColumnCount - 1),
                               {Qt::DisplayRole});
        }
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, peerColumnCount - 1), {Qt::DisplayRole});
}

QVariant PeerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto c = static_cast<PeerColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(PeerColumnText::alignment(c));
    if (const PeerBranch *group = groupAt(index))
        return groupData(*group, c, role);
    return peerData(*peerAt(index), c, role);
}

QVariant PeerListModel::peerData(const PeerRow &row, PeerColumn c, int role) const
{
    const PeerRecord *record = m_book->record(row.peer);
    if (!record)
        return {};
    const PeerLabels &labels = *m_book->labels(row.peer);
    switch (role) {
    case PeerIdRole:
        return toNumber(row.peer);
    case PeerHealthRole:
        return static_cast<int>(record->standing());
    case PeerUrlRole:
        return displayUrl(record->url());
    case PeerIsGroupRole:
        return false;
    case PeerGroupRole:
        return labels.group;
    case PeerTagsRole:
        return labels.tags;
    case PeerUnverifiedRole:
        return !m_book->verifiesTls(row.peer);
    case PeerMutedRole:
        return m_book->isMuted(row.peer);
    case PeerOldRole:
        return m_fleet && m_fleet->state() == FleetBoard::State::Old && m_fleet->of(row.peer);
    default:
        break;
    }
    if (c == PeerColumn::Vantages)
        return vantagesData(row.peer, role);
    if (c == PeerColumn::Budget)
        return m_budgetOfPeer ? budgetData(m_budgetOfPeer(row.peer), role) : QVariant();
    if (role == Qt::ToolTipRole && c == PeerColumn::Availability && m_figures)
        return availabilityTip(*record);
    // Sorting queries thousands of rows, so only what is needed is computed.
    const bool isFigure = PeerColumnText::fromStatistics().test(static_cast<size_t>(c));
    const bool isDrawn = role == Qt::DisplayRole || role == PeerSortRole;
    const bool verified = isDrawn || m_book->verifiesTls(row.peer);
    const bool muted = !isDrawn && m_book->isMuted(row.peer);
    static const StatisticsSummary none;
    const ConnectionSettings *settings = m_book->settings(row.peer);
    const PeerCells cells({*record, labels, isFigure ? figuresOf(row, *record) : none, verified, muted,
                           m_book->now(), m_book->format(), m_trendWindow,
                           settings ? &settings->keepalive : nullptr});
    switch (role) {
    case Qt::DisplayRole:
        return cells.display(c);
    case PeerSortRole:
        return cells.sortKey(c);
    case PeerDetailRole:
        return c == PeerColumn::State ? QVariant(cells.stateAge()) : QVariant();
    case PeerWarningRole:
        return cells.isWarning(c);
    case Qt::ToolTipRole:
        return cells.toolTip(c);
    case Qt::AccessibleTextRole:
        return cells.spoken(c);
    default:
        return {};
    }
}

QVariant PeerListModel::groupData(const PeerBranch &branch, PeerColumn c, int role) const
{
    switch (role) {
    case PeerIsGroupRole:
        return true;
    case PeerGroupRole:
        return branch.group;
    case Qt::DisplayRole:
    case PeerSortRole:
    case PeerDetailRole:
    case PeerHealthRole:
    case PeerCountsRole:
    case PeerWarningRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        break;
    default:
        return {};
    }
    if (c == PeerColumn::Budget && role != PeerHealthRole && role != PeerCountsRole)
        return m_budgetOfGroup ? budgetData(m_budgetOfGroup(branch.group), role) : QVariant();
    const bool needsFigures = c != PeerColumn::State && c != PeerColumn::Name && c != PeerColumn::LastEnd;
    const GroupSummary &sum =
        branch.sumNow(*m_book, needsFigures,
                      [this](const PeerRow &row, const PeerRecord &record) -> const StatisticsSummary & {
                          return figuresOf(row, record);
                      });
    const GroupCells cells(branch.group, sum, m_book->now(), m_book->format());
    switch (role) {
    case PeerHealthRole:
        return static_cast<int>(sum.worst);
    case PeerCountsRole:
        return QVariant::fromValue(sum.counts);
    case PeerSortRole:
        return cells.sortKey(c);
    case PeerDetailRole:
        return c == PeerColumn::State ? QVariant(cells.stateAge()) : QVariant();
    case PeerWarningRole:
        return cells.isWarning(c);
    case Qt::ToolTipRole:
        return cells.toolTip(c);
    case Qt::AccessibleTextRole:
        return cells.spoken(c);
    default:
        return cells.display(c);
    }
}

QVariant PeerListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= peerColumnCount)
        return {};
    const auto c = static_cast<PeerColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return PeerColumnText::title(c, m_trendWindow);
    case Qt::ToolTipRole:
        return PeerColumnText::explanation(c);
    case Qt::AccessibleTextRole:
        return PeerColumnText::name(c);
    case Qt::TextAlignmentRole:
        return QVariant(PeerColumnText::alignment(c));
    case PeerVantagesRole:
        return m_fleet && c == PeerColumn::Vantages ? m_fleet->vantages() : QStringList();
    default:
        return {};
    }
}

QStringList PeerListModel::mimeTypes() const
{
    return {PeerMimeData::type()};
}

Qt::DropActions PeerListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QMimeData *PeerListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<PeerId> peers;
    QSet<PeerId> known; // a row comes with all its cells
    for (const QModelIndex &index : indexes) {
        const PeerRow *row = peerAt(index);
        if (row && !known.contains(row->peer)) {
            known.insert(row->peer);
            peers.append(row->peer);
        }
    }
    return peers.isEmpty() ? nullptr : PeerMimeData::make(peers).release();
}

bool PeerListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int /*row*/, int /*column*/,
                                 const QModelIndex &parent)
{
    const QList<PeerId> peers = PeerMimeData::peers(data);
    if (action == Qt::MoveAction && !peers.isEmpty())
        Q_EMIT moveRequested(peers, parent.data(PeerGroupRole).toString());
    return false;
}

} // namespace Pongwatch
