// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peercolumnfit.h"

#include "history/health.h"
#include "items/peercolumns.h"
#include "text/wording.h"
#include "widgets/calmheader.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>

namespace Pongwatch
{

namespace
{

constexpr int widestTrend = 120;
constexpr int narrowestTrend = 64;

// In characters.
constexpr int shortestColumnName = 12;
constexpr int longestColumnName = 32;
constexpr int shortestVerdict = 18;
constexpr int usualVerdict = 25;

// The first of them can be missed most easily.
constexpr std::array givingWay{PeerColumn::NextRetry, PeerColumn::P95, PeerColumn::Loss, PeerColumn::Trend};

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
                const bool byUser = !m_working && after > 0 && section != column(PeerColumn::LastEnd) &&
                                    header->visualIndex(section) != header->count() - 1;
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
        for (int c = 0; c < peerColumnCount; ++c) {
            m_view->header()->moveSection(m_view->header()->visualIndex(c), c);
        }
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

void PeerColumnFit::show(PeerColumns columns)
{
    const QScopedValueRollback<bool> working(m_working, true);
    for (int c = 0; c < peerColumnCount; ++c) {
        m_view->setColumnHidden(c, !columns.test(static_cast<size_t>(c)));
    }
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
    int widestState = 0;
    for (int health = 0; health <= static_cast<int>(Health::Paused); ++health) {
        widestState = std::max(widestState, textWidth(Wording::health(static_cast<Health>(health))));
    }
    const int latency = textWidth(Wording::latency(milliseconds(1234)));
    const int shortAge = textWidth(Wording::duration(std::chrono::minutes(59) + seconds(59)));
    resize(PeerColumn::State, metrics.height() + 8 + widestState + 12 + shortAge + m_view->indentation());
    setWidth(PeerColumn::Name, characters(23));
    resize(PeerColumn::LastRtt, latency);
    resize(PeerColumn::Trend, widestTrend);
    resize(PeerColumn::Median, latency);
    resize(PeerColumn::P95, latency);
    resize(PeerColumn::Jitter, latency);
    resize(PeerColumn::Loss, textWidth(Wording::percentage(0.999)));
    resize(PeerColumn::OpenTime, shortAge);
    resize(PeerColumn::Connections, textWidth(QStringLiteral("000000")));
    resize(PeerColumn::NextRetry, textWidth(Wording::duration(seconds(59))));
    resize(PeerColumn::Certificate, textWidth(Wording::date(QDate(2028, 12, 28))) + metrics.height());
    setWidth(PeerColumn::LastEnd, characters(shortestColumnName)); // takes what is left
    setWidth(PeerColumn::Tags, characters(14));
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
        return characters(shortestColumnName);
    case PeerColumn::LastEnd:
        return characters(shortestVerdict);
    case PeerColumn::Trend: {
        const int title = m_view->fontMetrics().horizontalAdvance(
            m_view->model()->headerData(column(c), Qt::Horizontal).toString());
        return std::max(narrowestTrend, title) + 2 * CalmHeader::padding;
    }
    default:
        break;
    }
    return m_widths[static_cast<size_t>(c)];
}

PeerColumns PeerColumnFit::whatFits() const
{
    PeerColumns fitting = m_wanted;
    const auto width = [this, &fitting] {
        int sum = 0;
        for (int c = 0; c < peerColumnCount; ++c) {
            sum += fitting.test(static_cast<size_t>(c)) ? least(static_cast<PeerColumn>(c)) : 0;
        }
        return sum;
    };
    for (const PeerColumn c : givingWay) {
        if (width() <= m_view->viewport()->width()) {
            break;
        }
        if (!has(m_pinned, c)) {
            fitting.reset(static_cast<size_t>(c));
        }
    }
    return fitting;
}

void PeerColumnFit::fit()
{
    if (m_sizedByUser) {
        return;
    }
    const QScopedValueRollback<bool> working(m_working, true);
    const PeerColumns shown = whatFits();
    show(shown);
    int others = 0;
    for (int c = 0; c < peerColumnCount; ++c) {
        const auto which = static_cast<PeerColumn>(c);
        if (which != PeerColumn::Name && which != PeerColumn::Trend && which != PeerColumn::LastEnd) {
            others += has(shown, which) ? least(which) : 0;
        }
    }
    const QAbstractItemView *view = m_view; // whose hints are public
    // Names get what they want and verdicts what is left; the trend gives way before either is cut.
    const int room = m_view->viewport()->width() - others;
    const int verdict = has(shown, PeerColumn::LastEnd) ? characters(usualVerdict) : 0;
    const int name = std::clamp(view->sizeHintForColumn(column(PeerColumn::Name)), least(PeerColumn::Name),
                                characters(longestColumnName));
    int trend = 0;
    if (has(shown, PeerColumn::Trend)) {
        const int narrow = least(PeerColumn::Trend);
        trend = std::clamp(room - name - verdict, narrow, narrow + widestTrend - narrowestTrend);
        m_view->header()->resizeSection(column(PeerColumn::Trend), trend);
    }
    m_view->header()->resizeSection(column(PeerColumn::Name),
                                    std::clamp(room - trend - verdict, least(PeerColumn::Name), name));
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
    if (look.wanted) {
        m_wanted = *look.wanted;
    } else {
        for (int c = 0; c < peerColumnCount; ++c) {
            m_wanted.set(static_cast<size_t>(c), !m_view->isColumnHidden(c));
        }
    }
    // A list without these says nothing.
    m_wanted |= peerColumns({PeerColumn::State, PeerColumn::Name});
    show(m_wanted);
    if (!m_sizedByUser) {
        layOut();
    }
    fit();
    Q_EMIT wantedChanged();
}

} // namespace Pongwatch
