// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/selectionpage.h"

#include "items/figuresmodel.h"
#include "items/groupsummary.h"
#include "items/naturalorder.h"
#include "items/peerbook.h"
#include "items/peerfacts.h"
#include "items/wording.h"
#include "widgets/factsgrid.h"
#include "widgets/inspector/inspectorsection.h"
#include "widgets/inspector/valuelabel.h"
#include "widgets/inspector/valuetable.h"
#include "widgets/quietlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Pongwatch
{

SelectionPage::SelectionPage(const PeerBook *book, QWidget *parent)
    : QScrollArea(parent)
    , m_book(book)
    , m_title(makeValueLabel(nullptr))
    , m_sum(new FactsGrid)
    , m_figures(new FiguresModel(this))
    , m_table(new ValueTable)
    , m_comparison(new InspectorSection(m_table))
    , m_more(new QuietLabel(QuietLabel::Body))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_table->setModel(m_figures);
    m_table->setUniformRowHeights(true);
    m_table->setEvenColumns(true);
    m_more->setWordWrap(true);

    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 14, 12, 14);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_sum);
    layout->addWidget(m_comparison);
    layout->addWidget(m_more);
    layout->addStretch(1);
    setWidget(content);
    retranslate();
}

void SelectionPage::retranslate()
{
    setAccessibleName(tr("Selected peers"));
    m_comparison->setTitle(tr("Side by side"));
    m_table->setAccessibleName(tr("Side by side"));
    m_figures->retranslate();
    refresh();
}

void SelectionPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SelectionPage::setPeers(const QList<PeerId> &peers, const QString &group)
{
    m_peers = peers;
    m_group = group;
    refresh();
}

void SelectionPage::refresh()
{
    setTextIfNew(m_title, m_group.isEmpty() ? tr("Selected peers: %1").arg(QLocale().toString(m_peers.size()))
                                            : m_group);
    showSum();
    showComparison();
}

void SelectionPage::showSum()
{
    const WallTime now = m_book->now();
    GroupSummaryBuilder builder;
    for (const PeerId peer : std::as_const(m_peers)) {
        if (const PeerRecord *record = m_book->record(peer)) {
            builder.addState(*record);
            builder.addFigures(*record,
                               record->statistics().summary(PeerStatistics::Window::SinceStart, now));
        }
    }
    GroupSummary sum = builder.statesOver({});
    sum = builder.figuresOver(sum);
    m_sum->setFacts(PeerFacts::ofGroup(sum, now));
}

void SelectionPage::showComparison()
{
    std::vector<const PeerRecord *> records;
    for (const PeerId peer : std::as_const(m_peers)) {
        if (const PeerRecord *record = m_book->record(peer)) {
            records.push_back(record);
        }
    }
    const auto end =
        records.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(records.size(), mostCompared));
    std::partial_sort(records.begin(), end, records.end(), [](const PeerRecord *a, const PeerRecord *b) {
        const int rankA = severityRank(a->standing());
        const int rankB = severityRank(b->standing());
        return rankA != rankB ? rankA < rankB : naturalCompare(a->name(), b->name()) < 0;
    });
    QList<FiguresModel::Series> series;
    for (auto record = records.begin(); record != end; ++record) {
        const PeerRecord &one = **record;
        series.append({Wording::harmless(one.name(), 24),
                       one.statistics().summary(PeerStatistics::Window::SinceStart, m_book->now()),
                       one.standing(), one.name()});
    }
    m_figures->setSeries(series);
    m_comparison->setVisible(!series.isEmpty());
    const bool more = records.size() > mostCompared;
    m_more->setVisible(more);
    if (more) {
        setTextIfNew(m_more, tr("The %1 worst of %2 peers are compared.", "numbers")
                                 .arg(QLocale().toString(mostCompared),
                                      QLocale().toString(static_cast<qulonglong>(records.size()))));
    }
}

QString SelectionPage::plainText() const
{
    return QString(m_title->text() + QLatin1Char('\n') + m_sum->plainText() + QLatin1Char('\n') +
                   m_table->plainText());
}

} // namespace Pongwatch
