// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/selectionpage.h"

#include "items/figuresmodel.h"
#include "items/troublelistmodel.h"
#include "past/peerfigures.h"
#include "past/seriessource.h"
#include "peers/groupsummary.h"
#include "peers/peerbook.h"
#include "peers/peerfacts.h"
#include "text/naturalorder.h"
#include "text/wording.h"
#include "widgets/factsgrid.h"
#include "widgets/inspector/inspectorsection.h"
#include "widgets/inspector/troublelist.h"
#include "widgets/inspector/valuelabel.h"
#include "widgets/inspector/valuetable.h"
#include "widgets/quietlabel.h"

#include <QEvent>
#include <QTabBar>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr qsizetype manyPeers = 100; // from here on, figures take a while to compute
constexpr std::chrono::seconds betweenFigures{1};

QWidget *joined(QWidget *above, QWidget *below)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(above);
    layout->addWidget(below);
    return box;
}

} // namespace

SelectionPage::SelectionPage(const SeriesSource *source, QWidget *parent)
    : QScrollArea(parent)
    , m_source(source)
    , m_book(source->book())
    , m_title(makeValueLabel(nullptr))
    , m_tabs(new QTabBar)
    , m_calm(new QuietLabel(QuietLabel::Body))
    , m_troubles(new TroubleListModel(m_book, this))
    , m_troubleList(new TroubleList)
    , m_moreTroubles(new QuietLabel(QuietLabel::Body))
    , m_troubleSection(new InspectorSection(joined(m_troubleList, m_moreTroubles)))
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
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight); // in a narrow inspector
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_figuresSoon.setSingleShot(true);
    m_figuresSoon.setInterval(betweenFigures);
    connect(&m_figuresSoon, &QTimer::timeout, this, [this] {
        m_figuresShown = {};
        refresh();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &SelectionPage::refresh);
    m_calm->setWordWrap(true);
    m_title->setWordWrap(true);
    m_more->setWordWrap(true);
    m_moreTroubles->setWordWrap(true);
    m_troubleList->setModel(m_troubles);
    connect(m_troubleList, &TroubleList::peerActivated, this, &SelectionPage::peerActivated);
    connect(m_troubleList, &TroubleList::peersActivated, this, &SelectionPage::peersActivated);

    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 14, 12, 14);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_tabs);
    layout->addWidget(m_calm);
    layout->addWidget(m_troubleSection);
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
    m_tabs->setAccessibleName(tr("What the inspector shows"));
    m_tabs->setTabText(static_cast<int>(Tab::LookAt), tr("What to look at"));
    m_tabs->setTabText(static_cast<int>(Tab::Figures), tr("Figures"));
    m_calm->setText(tr("Nothing needs a look."));
    m_comparison->setTitle(tr("Side by side"));
    m_table->setAccessibleName(tr("Side by side"));
    m_figures->retranslate(m_source->book()->format());
    m_figuresShown = {};
    refresh();
}

void SelectionPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SelectionPage::setPeers(const QList<PeerId> &peers, Scope scope, const QString &group)
{
    // While a long list grows, its figures follow as they do when peers change.
    const bool isGrowing = scope == m_scope && scope == Scope::All && peers.size() >= manyPeers;
    m_peers = peers;
    m_scope = scope;
    m_group = group;
    if (!isGrowing)
        m_figuresShown = {};
    else if (!m_figuresSoon.isActive())
        m_figuresSoon.start();
    m_troubles->setPeers(peers);
    showAnew();
}

void SelectionPage::refresh()
{
    m_troubles->refresh();
    showAnew();
}

void SelectionPage::showAnew()
{
    setTextIfNew(m_title, titleText());
    showTroubles();
    showTab();
    const auto now = std::chrono::steady_clock::now();
    if (m_peers.size() < manyPeers || now - m_figuresShown >= betweenFigures) {
        m_figuresShown = now;
        showSum();
        showComparison();
        showTab();
    }
}

QString SelectionPage::titleText() const
{
    const QString number = QLocale().toString(m_peers.size());
    switch (m_scope) {
    case Scope::All:
        return tr("All peers: %1").arg(number);
    case Scope::Found:
        return tr("Peers found: %1").arg(number);
    case Scope::Group:
        return m_group;
    case Scope::Selected:
        break;
    }
    return tr("Selected peers: %1").arg(number);
}

void SelectionPage::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void SelectionPage::showTab()
{
    const bool figures = m_tabs->currentIndex() == static_cast<int>(Tab::Figures);
    const bool troubles = m_troubles->count() > 0;
    m_troubleSection->setVisible(!figures && troubles);
    m_calm->setVisible(!figures && !troubles);
    m_sum->setVisible(!figures);
    m_comparison->setVisible(figures && m_figures->columnCount() > 1);
    m_more->setVisible(figures && m_peers.size() > mostCompared);
}

void SelectionPage::showTroubles()
{
    const int count = m_troubles->count();
    m_troubleSection->setTitle(tr("Needs attention: %1").arg(QLocale().toString(count)));
    int listed = 0;
    for (int row = 0; row < m_troubles->rowCount(); ++row) {
        listed +=
            static_cast<int>(m_troubles->index(row).data(TroublePeersRole).value<QList<PeerId>>().size());
    }
    const int more = count - listed;
    m_moreTroubles->setVisible(more > 0);
    setTextIfNew(m_moreTroubles, more > 0 ? tr("And %Ln more.", "peers", more) : QString());
}

void SelectionPage::showSum()
{
    const WallTime now = m_book->now();
    GroupSummaryBuilder builder;
    for (const PeerId peer : std::as_const(m_peers)) {
        if (const PeerRecord *record = m_book->record(peer)) {
            builder.addState(*record);
            builder.addFigures(*record, m_source->figures()->of(peer, PeerFigures::Stretch::InSight));
        }
    }
    GroupSummary sum = builder.statesOver({});
    sum = builder.figuresOver(sum);
    m_sum->setFacts(PeerFacts(m_source->book()->format()).ofGroup(sum, now));
}

void SelectionPage::showComparison()
{
    std::vector<const PeerRecord *> records;
    for (const PeerId peer : std::as_const(m_peers))
        if (const PeerRecord *record = m_book->record(peer))
            records.push_back(record);
    const auto end =
        records.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(records.size(), mostCompared));
    NaturalOrder names;
    std::partial_sort(records.begin(), end, records.end(),
                      [&names](const PeerRecord *a, const PeerRecord *b) {
                          const int rankA = severityRank(a->standing());
                          const int rankB = severityRank(b->standing());
                          return rankA != rankB ? rankA < rankB : names.compare(a->name(), b->name()) < 0;
                      });
    QList<FiguresModel::Series> series;
    for (auto record = records.begin(); record != end; ++record) {
        const PeerRecord &one = **record;
        series.append({Wording::harmless(one.name(), 24),
                       m_source->figures()->of(one.id(), PeerFigures::Stretch::InSight), one.standing(),
                       one.name()});
    }
    m_figures->setSeries(series, m_source->book()->format());
    if (records.size() > mostCompared) {
        setTextIfNew(m_more, tr("Comparing the worst %1 of %2 peers.", "numbers")
                                 .arg(QLocale().toString(mostCompared),
                                      QLocale().toString(static_cast<qulonglong>(records.size()))));
    }
}

QString SelectionPage::plainText() const
{
    return QString(m_title->text() + QLatin1Char('\n') + m_troubles->plainText() + m_sum->plainText() +
                   QLatin1Char('\n') + m_table->plainText());
}

} // namespace Pongwatch
