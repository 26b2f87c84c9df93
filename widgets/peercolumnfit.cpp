// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peercolumnfit.h"

#include "items/peercolumns.h"
#include "text/formatter.h"
#include "widgets/calmheader.h"
#include "widgets/fleet/vantagestrip.h"
#include "widgets/peerdelegate.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>

namespace Pongwatch
{

namespace
{

constexpr int edge = 4; // the bar of rows in trouble
constexpr int narrowestTimeline = 110;
/// The timeline's minimum share of the list's width, before names and verdicts get more than they need.
constexpr double shareOfTimeline = 0.2;

// In characters.
constexpr int shortestColumnName = 10;
constexpr int usualName = 18;
constexpr int longestColumnName = 28;
constexpr int shortestVerdict = 14;
constexpr int usualVerdict = 25;

// The first of these can be spared most easily.
constexpr std::array givingWay{PeerColumn::Jitter,  PeerColumn::NextRetry, PeerColumn::Loss,
                               PeerColumn::Median,  PeerColumn::P95,       PeerColumn::Availability,
                               PeerColumn::LastRtt, PeerColumn::LastEnd};

bool has(const PeerColumns &columns, PeerColumn c)
{
    return columns.test(static_cast<size_t>(c));
}

} // namespace

PeerColumnFit::PeerColumnFit(QTreeView *view)
    : QObject(view)
    , m_view(view)
{
    const QHeaderView *header = view->header();
    connect(header, &QHeaderView::sectionResized, this,
            [this, header](int section, int /*before*/, int after) {
                // The last visible one takes the rest.
                int last = header->count() - 1;
                while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
                    --last;
                const bool byUser = !m_working && after > 0 && header->visualIndex(section) < last;
                if (byUser && !m_sizedByUser) {
                    m_sizedByUser = true;
                    show(m_wanted);
                }
            });
    reset();
}

void PeerColumnFit::reset()
{
    m_wanted = PeerColumnText::shownAtFirst();
    m_pinned.reset();
    m_sizedByUser = false;
    {
        const QScopedValueRollback<bool> working(m_working, true);
        for (int c = 0; c < peerColumnCount; ++c)
            m_view->header()->moveSection(m_view->header()->visualIndex(c), c);
        show(m_wanted);
        layOut();
    }
    fit();
    Q_EMIT wantedChanged();
}

void PeerColumnFit::setWanted(PeerColumn column, bool wanted)
{
    m_wanted.set(static_cast<size_t>(column), wanted);
    m_pinned.set(static_cast<size_t>(column), wanted);
    show(m_wanted);
    fit();
    Q_EMIT wantedChanged();
}

void PeerColumnFit::setAvailable(PeerColumn column, bool available)
{
    if (m_available.test(static_cast<size_t>(column)) == available)
        return;
    m_available.set(static_cast<size_t>(column), available);
    show(m_wanted);
    fit();
}

void PeerColumnFit::show(PeerColumns columns)
{
    columns &= m_available;
    const QScopedValueRollback<bool> working(m_working, true);
    for (int c = 0; c < peerColumnCount; ++c)
        m_view->setColumnHidden(c, !columns.test(static_cast<size_t>(c)));
}

void PeerColumnFit::layOut()
{
    QHeaderView *header = m_view->header();
    QFont strong = m_view->font();
    strong.setWeight(QFont::Bold);
    const QFontMetrics metrics(strong);
    const auto textWidth = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const auto setWidth = [this, header](PeerColumn c, int width) {
        m_widths[static_cast<size_t>(c)] = width;
        header->resizeSection(column(c), width);
    };
    const auto resize = [this, setWidth](PeerColumn c, int width) {
        const int title = m_view->fontMetrics().horizontalAdvance(
            m_view->model()->headerData(column(c), Qt::Horizontal).toString());
        setWidth(c, std::max(width, title + 14) + 2 * CalmHeader::padding);
    };
    int latency = 0;
    int date = 0;
    for (const Formatter &format : Formatter::forEachTaste()) {
        latency = std::max({latency, textWidth(format.latency(milliseconds(1234))),
                            textWidth(format.estimatedLatency(microseconds(210)))});
        date = std::max(date, textWidth(format.date(QDate(2028, 12, 28))));
    }
    const int shortAge = textWidth(Formatter().age(std::chrono::minutes(59) + seconds(59)));
    setWidth(PeerColumn::State, PeerDelegate::stateWidth(m_view->font()) + edge);
    setWidth(PeerColumn::Name, characters(18));
    resize(PeerColumn::LastRtt, latency);
    setWidth(PeerColumn::Timeline, narrowestTimeline);
    resize(PeerColumn::Median, latency);
    resize(PeerColumn::P95, latency);
    resize(PeerColumn::Jitter, latency);
    resize(PeerColumn::Loss, textWidth(Formatter().percentage(0.999)));
    resize(PeerColumn::Availability, textWidth(Formatter().percentage(0.9999)));
    resize(PeerColumn::OpenTime, shortAge);
    resize(PeerColumn::Connections, textWidth(QStringLiteral("000000")));
    resize(PeerColumn::NextRetry, textWidth(Formatter().age(seconds(59))));
    resize(PeerColumn::Certificate, date + metrics.height());
    setWidth(PeerColumn::LastEnd, characters(shortestColumnName)); // takes the rest
    setWidth(PeerColumn::Tags, characters(14));
    resize(PeerColumn::Budget, textWidth(Formatter().percentage(-9.999)));
}

int PeerColumnFit::characters(int count) const
{
    QFont strong = m_view->font();
    strong.setWeight(QFont::Bold);
    return QFontMetrics(strong).horizontalAdvance(QLatin1Char('0')) * count + 2 * CalmHeader::padding;
}

int PeerColumnFit::least(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::Name:
        return characters(shortestColumnName) + PeerDelegate::chipWidth() +
               (m_view->rootIsDecorated() ? 2 * m_view->indentation() : 0);
    case PeerColumn::LastEnd:
        return characters(shortestVerdict);
    case PeerColumn::Timeline:
        return narrowestTimeline;
    default:
        break;
    }
    return m_widths[static_cast<size_t>(c)];
}

PeerColumns PeerColumnFit::whatFits() const
{
    PeerColumns fitting = m_wanted & m_available;
    const auto width = [this, &fitting] {
        int sum = 0;
        for (int c = 0; c < peerColumnCount; ++c)
            sum += fitting.test(static_cast<size_t>(c)) ? least(static_cast<PeerColumn>(c)) : 0;
        return sum;
    };
    for (const PeerColumn c : givingWay) {
        if (width() <= m_view->viewport()->width())
            break;
        if (!has(m_pinned, c))
            fitting.reset(static_cast<size_t>(c));
    }
    return fitting;
}

void PeerColumnFit::fit()
{
    if (m_sizedByUser)
        return;
    const QScopedValueRollback<bool> working(m_working, true);
    fitVantages();
    const PeerColumns shown = whatFits();
    show(shown);
    int others = 0;
    for (int c = 0; c < peerColumnCount; ++c) {
        const auto which = static_cast<PeerColumn>(c);
        if (which != PeerColumn::Name && which != PeerColumn::Timeline && which != PeerColumn::LastEnd)
            others += has(shown, which) ? least(which) : 0;
    }
    const QAbstractItemView *view = m_view; // its hints are public
    // Names get what they want and verdicts the usual, as long as the timeline keeps its share; it takes the
    // rest.
    const int room = m_view->viewport()->width() - others;
    const bool hasTimeline = has(shown, PeerColumn::Timeline);
    const bool hasVerdict = has(shown, PeerColumn::LastEnd);
    const int wholeName = std::clamp(view->sizeHintForColumn(column(PeerColumn::Name)),
                                     least(PeerColumn::Name), characters(longestColumnName));
    int verdict = hasVerdict ? characters(usualVerdict) : 0;
    const int wanted = hasTimeline ? std::max(narrowestTimeline,
                                              static_cast<int>(m_view->viewport()->width() * shareOfTimeline))
                                   : 0;
    // The name says more than the end of a verdict, which the tool tip and the inspector show in full.
    const int beside = least(PeerColumn::Name) - characters(shortestColumnName);
    int name = std::min(wholeName, characters(usualName) + beside);
    if (hasVerdict)
        verdict = std::clamp(room - wanted - name, least(PeerColumn::LastEnd), verdict);
    name = std::clamp(room - wanted - verdict, least(PeerColumn::Name), wholeName);
    QHeaderView *header = m_view->header();
    header->resizeSection(column(PeerColumn::Name), name);
    if (hasTimeline) {
        const int timeline = std::max(narrowestTimeline, room - name - verdict);
        header->resizeSection(column(PeerColumn::Timeline), timeline);
    }
    if (hasVerdict)
        header->resizeSection(column(PeerColumn::LastEnd), verdict);
}

/// Words for all vantages if there is room, else shapes; a count where these would take most of the list.
void PeerColumnFit::fitVantages()
{
    constexpr double share = 0.4;
    const QStringList vantages =
        m_view->model()
            ->headerData(column(PeerColumn::Vantages), Qt::Horizontal, PeerVantagesRole)
            .toStringList();
    // State, name and timeline have to be seen as well.
    const int others = least(PeerColumn::State) + least(PeerColumn::Name) +
                       (has(m_wanted, PeerColumn::Timeline) ? narrowestTimeline : 0);
    const int room =
        std::min(static_cast<int>(m_view->viewport()->width() * share), m_view->viewport()->width() - others);
    const int shapes = VantageStrip::leastWidth(std::max<qsizetype>(1, vantages.size()), m_view->font());
    const int width = shapes > room
                          ? std::min(shapes, VantageStrip::countWidth(vantages, m_view->font()))
                          : std::clamp(VantageStrip::fullWidth(vantages, m_view->font()), shapes, room);
    m_widths[static_cast<size_t>(PeerColumn::Vantages)] = width;
    m_view->header()->resizeSection(column(PeerColumn::Vantages), width);
}

PeerColumnFit::Look PeerColumnFit::look() const
{
    return {m_view->header()->saveState(), m_sizedByUser, m_wanted, m_pinned};
}

void PeerColumnFit::setLook(const Look &look)
{
    const QScopedValueRollback<bool> working(m_working, true);
    m_view->header()->restoreState(look.header);
    m_sizedByUser = look.sizedByUser;
    m_pinned = look.pinned;
    if (look.wanted)
        m_wanted = *look.wanted;
    else
        for (int c = 0; c < peerColumnCount; ++c)
            m_wanted.set(static_cast<size_t>(c), !m_view->isColumnHidden(c));
    // Without these, a list says nothing.
    m_wanted |= peerColumns({PeerColumn::State, PeerColumn::Name});
    show(m_wanted);
    if (!m_sizedByUser)
        layOut();
    fit();
    Q_EMIT wantedChanged();
}

} // namespace Pongwatch
