// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/peerpage.h"

#include "fleet/watch/fleetboard.h"
#include "history/sampleaggregate.h"
#include "items/endlistmodel.h"
#include "items/figuresmodel.h"
#include "items/pinglistmodel.h"
#include "past/peerfigures.h"
#include "past/seriessource.h"
#include "peers/pathfacts.h"
#include "peers/peerbook.h"
#include "peers/peerfinding.h"
#include "text/wording.h"
#include "widgets/factsgrid.h"
#include "widgets/fleet/vantagespanel.h"
#include "widgets/inspector/endlistview.h"
#include "widgets/inspector/inspectorsection.h"
#include "widgets/inspector/peerheader.h"
#include "widgets/inspector/suspicionpath.h"
#include "widgets/inspector/valuelabel.h"
#include "widgets/phasebars.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

// In the figures.
constexpr int hourColumn = 2;
constexpr int dayColumn = 3;

/// Widgets under one heading.
QWidget *together(std::initializer_list<QWidget *> widgets)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return box;
}

} // namespace

PeerPage::PeerPage(SeriesSource *source, QWidget *parent)
    : QScrollArea(parent)
    , m_source(source)
    , m_content(new QWidget)
    , m_header(new PeerHeader(source->book()))
    , m_path(new SuspicionPath)
    , m_pointsTo(makeValueLabel(nullptr))
    , m_sentence(makeValueLabel(nullptr))
    , m_endFacts(new FactsGrid)
    , m_vantages(new VantagesPanel)
    , m_feedFacts(new FactsGrid)
    , m_objectiveFacts(new FactsGrid)
    , m_adviceSentence(makeValueLabel(nullptr))
    , m_setInterval(new QPushButton)
    , m_trace(makeValueLabel(nullptr))
    , m_traceFacts(new FactsGrid)
    , m_phases(new PhaseBars)
    , m_openingFacts(new FactsGrid)
    , m_certificate(new FactsGrid)
    , m_ends(new EndListModel(source, this))
    , m_endList(new EndListView)
    , m_figures(new FiguresModel(this))
    , m_figuresTable(new ValueTable)
    , m_pings(new PingListModel(source, this))
    , m_pingTable(new ValueTable)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(false);

    QFont strong = m_pointsTo->font();
    strong.setWeight(QFont::DemiBold);
    m_pointsTo->setFont(strong);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(14, 14, 12, 14);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    addSection(QStringLiteral("end"), together({m_pointsTo, m_path, m_sentence, m_endFacts}));
    addSection(QStringLiteral("vantages"), m_vantages);
    addSection(QStringLiteral("advice"), together({m_adviceSentence, m_setInterval}));
    addSection(QStringLiteral("figures"), m_figuresTable);
    addSection(QStringLiteral("objectives"), m_objectiveFacts);
    addSection(QStringLiteral("feed"), m_feedFacts);
    addSection(QStringLiteral("trace"), together({m_trace, m_traceFacts}));
    addSection(QStringLiteral("dial"), together({m_phases, m_openingFacts}));
    addSection(QStringLiteral("certificate"), together({m_certificate}));
    addSection(QStringLiteral("ends"), m_endList);
    addSection(QStringLiteral("pings"), m_pingTable);
    layout->addStretch(1);
    setWidget(m_content);

    m_setInterval->setObjectName(QStringLiteral("set-advised-interval"));
    connect(m_setInterval, &QPushButton::clicked, this, [this] {
        if (m_peer && m_advisedInterval)
            Q_EMIT intervalChosen(*m_peer, *m_advisedInterval);
    });
    m_figuresTable->setModel(m_figures);
    m_figuresTable->setUniformRowHeights(true);
    m_figuresTable->setEvenColumns(true);
    m_figuresTable->setGivingWay({dayColumn, hourColumn});
    m_endList->setModel(m_ends);
    m_endList->setMostRows(14);
    m_endList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pingTable->setModel(m_pings);
    m_pingTable->setUniformRowHeights(true);
    m_pingTable->setMostRows(12);
    m_pingTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_source->book(), &PeerBook::peerRemoved, this, [this](PeerId peer) {
        if (peer == m_peer)
            setPeer(std::nullopt);
    });
    retranslate();
}

InspectorSection *PeerPage::addSection(const QString &name, QWidget *content)
{
    auto *section = new InspectorSection(content, m_content);
    m_sections.insert(name, section);
    m_content->layout()->addWidget(section);
    return section;
}

void PeerPage::retranslate()
{
    setAccessibleName(tr("Selected peer"));
    m_sections[QStringLiteral("end")]->setTitle(tr("Why")); // and with a peer: why what
    m_sections[QStringLiteral("dial")]->setTitle(tr("Last connected"));
    m_sections[QStringLiteral("vantages")]->setTitle(tr("Seen from the vantages"));
    m_sections[QStringLiteral("figures")]->setTitle(tr("Round trips"));
    m_sections[QStringLiteral("objectives")]->setTitle(tr("Objectives"));
    m_sections[QStringLiteral("advice")]->setTitle(tr("Pinged too seldom"));
    m_sections[QStringLiteral("feed")]->setTitle(tr("Feed"));
    m_sections[QStringLiteral("trace")]->setTitle(tr("Network path")); // and when it was traced
    m_sections[QStringLiteral("certificate")]->setTitle(tr("Certificate"));
    m_sections[QStringLiteral("ends")]->setTitle(tr("Ends of its connections"));
    m_sections[QStringLiteral("pings")]->setTitle(tr("Pings"));
    nameAdvisedInterval();
    m_figuresTable->setAccessibleName(tr("Round trips"));
    m_endList->setAccessibleName(tr("Ends of its connections"));
    m_pingTable->setAccessibleName(tr("Pings"));
    m_figures->retranslate(m_source->book()->format());
    m_ends->retranslate();
    m_pings->retranslate();
    refresh();
}

void PeerPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refresh();
}

void PeerPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_endList->updateGeometry();
}

void PeerPage::setPeer(std::optional<PeerId> peer)
{
    if (peer == m_peer)
        return;
    m_peer = peer;
    m_ends->setPeer(peer);
    m_pings->setPeer(peer);
    if (!peer)
        setTextIfNew(m_sentence, QString());
    refresh();
    m_pingTable->fitColumns();
    m_figuresTable->fitColumns();
    ensureVisible(0, 0);
}

void PeerPage::setMarkedRange(const std::optional<Range> &range)
{
    m_range = range;
    refresh();
}

void PeerPage::refresh()
{
    const PeerRecord *record = m_peer ? m_source->book()->record(*m_peer) : nullptr;
    if (!record)
        return;
    m_header->showPeer(*m_peer);
    showFinding(*record);
    showVantages(*m_peer);
    showDial(*record);
    showFigures(*record);
    showObjectives(*m_peer);
    showAdvice(*m_peer);
    showFeed(*record);
    showTrace(*record);
    m_ends->refresh();
    const bool firstPings = m_pings->rowCount() == 0;
    m_pings->refresh();
    if (firstPings && m_pings->rowCount() > 0)
        m_pingTable->fitColumns();
    m_pingTable->widenColumns();
    m_sections[QStringLiteral("ends")]->setVisible(m_ends->rowCount() > 0);
    m_sections[QStringLiteral("pings")]->setVisible(m_pings->rowCount() > 0);
}

QString PeerPage::sentence() const
{
    return m_sentence->text();
}

void PeerPage::showSuspicion(const Suspicion &suspicion)
{
    m_path->setSuspicion(suspicion);
    m_path->setVisible(suspicion.likely);
    setTextIfNew(m_pointsTo, Wording::suspicion(suspicion));
    m_pointsTo->setVisible(suspicion.likely);
}

void PeerPage::showFinding(const PeerRecord &record)
{
    const PeerFinding finding(record);
    const ConnectionSettings *settings = m_source->book()->settings(record.id());
    const std::optional<nanoseconds> slowAfter = settings ? settings->keepalive.slowAfter : std::nullopt;
    InspectorSection *section = m_sections[QStringLiteral("end")];
    section->setVisible(finding.kind() != PeerFinding::Kind::Nothing);
    section->setTitle(findingTitle(finding));
    showSuspicion(finding.suspicion());
    setTextIfNew(m_sentence, finding.sentence(slowAfter));
    m_endFacts->setFacts(finding.facts(PeerFacts(m_source->book()->format()), slowAfter));
}

QString PeerPage::findingTitle(const PeerFinding &finding) const
{
    const QString moment = m_source->book()->format().moment(finding.time(), m_source->book()->now());
    switch (finding.kind()) {
    case PeerFinding::Kind::Nothing:
        break;
    case PeerFinding::Kind::Outside:
        return tr("The verdict across vantages");
    case PeerFinding::Kind::Held:
        return tr("Why it is not dialled");
    case PeerFinding::Kind::Unanswered:
        return tr("Why it is timed out");
    case PeerFinding::Kind::Flapping:
        return tr("Why it flaps: the newest end at %1").arg(moment);
    case PeerFinding::Kind::Stale:
        return tr("Why it is stale");
    case PeerFinding::Kind::Slow:
        return tr("Why it is slow");
    case PeerFinding::Kind::Down:
        return tr("Why it is down: the end at %1").arg(moment);
    case PeerFinding::Kind::WasDown:
        return tr("Why it last ended, at %1").arg(moment);
    }
    return {};
}

void PeerPage::setObjectives(std::function<QList<Fact>(PeerId)> objectives)
{
    m_objectives = std::move(objectives);
    refresh();
}

void PeerPage::showObjectives(PeerId peer)
{
    const QList<Fact> facts = m_objectives ? m_objectives(peer) : QList<Fact>();
    m_objectiveFacts->setFacts(facts);
    m_sections[QStringLiteral("objectives")]->setVisible(!facts.isEmpty());
}

void PeerPage::setFleet(const FleetBoard *fleet)
{
    m_vantages->setFleet(fleet);
    connect(fleet, &FleetBoard::changed, this, [this] {
        if (m_peer)
            showVantages(*m_peer);
    });
    connect(fleet, &FleetBoard::rowsChanged, this, [this](const QList<PeerId> &peers) {
        if (m_peer && peers.contains(*m_peer))
            showVantages(*m_peer);
    });
}

void PeerPage::showVantages(PeerId peer)
{
    const PeerBook *book = m_source->book();
    const bool isSeen = m_vantages->showPeer(peer, book->isOwn(peer), book->now());
    m_sections[QStringLiteral("vantages")]->setVisible(isSeen);
}

void PeerPage::setAdvice(std::function<std::optional<Advice>(PeerId)> advice)
{
    m_advice = std::move(advice);
    refresh();
}

void PeerPage::showAdvice(PeerId peer)
{
    const std::optional<Advice> advice = m_advice ? m_advice(peer) : std::nullopt;
    m_sections[QStringLiteral("advice")]->setVisible(advice.has_value());
    m_advisedInterval = advice ? advice->second : std::nullopt;
    setTextIfNew(m_adviceSentence, advice ? advice->first : QString());
    m_setInterval->setVisible(m_advisedInterval.has_value());
    nameAdvisedInterval();
}

/// A button that is hidden has a name, too.
void PeerPage::nameAdvisedInterval()
{
    m_setInterval->setText(
        tr("Ping Every %1")
            .arg(m_advisedInterval ? Formatter().duration(*m_advisedInterval) : QString(Formatter::dash)));
}

void PeerPage::showFeed(const PeerRecord &record)
{
    const ConnectionSettings *settings = m_source->book()->settings(record.id());
    const bool isKnown = settings && settings->dialogue && settings->dialogue->alive;
    const QList<Fact> facts =
        PeerFacts::ofFeed(record, isKnown ? &*settings->dialogue->alive : nullptr, m_source->book()->now());
    m_feedFacts->setFacts(facts);
    m_sections[QStringLiteral("feed")]->setVisible(!facts.isEmpty());
}

void PeerPage::showTrace(const PeerRecord &record)
{
    InspectorSection *section = m_sections[QStringLiteral("trace")];
    section->setVisible(!record.traces().empty());
    if (record.traces().empty())
        return;
    const TracedPath &path = *record.traces().back();
    const Formatter &format = m_source->book()->format();
    section->setTitle(
        tr("Network path, traced at %1").arg(format.moment(path.trace.begun, m_source->book()->now())));
    setTextIfNew(m_trace, PathFacts::sentence(path));
    m_traceFacts->setFacts(PathFacts::ofHops(path, format));
}

void PeerPage::showDial(const PeerRecord &record)
{
    const WallTime now = m_source->book()->now();
    const auto &opening = record.lastOpened();
    const auto &failed = record.lastFailedDial();
    InspectorSection *section = m_sections[QStringLiteral("dial")];
    section->setVisible(opening || failed);
    if (failed) {
        section->setTitle(
            tr("Last dial, failed at %1").arg(m_source->book()->format().moment(failed->time, now)));
        m_phases->setPhases(failed->phases, m_source->book()->format().preferences(), failed->failedIn);
    } else if (opening) {
        section->setTitle(
            tr("Last connected at %1").arg(m_source->book()->format().moment(opening->time, now)));
        m_phases->setPhases(opening->what.phases, m_source->book()->format().preferences());
    }
    m_openingFacts->setFacts(PeerFacts(m_source->book()->format()).ofOpening(record));
    const QList<Fact> certificate = PeerFacts(m_source->book()->format()).ofCertificate(record, now);
    m_certificate->setFacts(certificate);
    m_sections[QStringLiteral("certificate")]->setVisible(!certificate.isEmpty());
}

void PeerPage::showFigures(const PeerRecord &record)
{
    using Stretch = PeerFigures::Stretch;
    const WallTime now = m_source->book()->now();
    PeerFigures *figures = m_source->figures();
    const auto column = [&](const QString &title, Stretch stretch, const QString &detail) {
        return FiguresModel::Series{title, figures->of(record.id(), stretch), {}, detail};
    };
    QList<FiguresModel::Series> series{
        column(tr("In sight"), Stretch::InSight, tr("The time span that the chart shows"))};
    const QList<FiguresModel::Series> longer{
        column(tr("Hour"), Stretch::Hour, tr("The last 60 minutes")),
        column(tr("Day"), Stretch::Day, tr("The last 24 hours")),
        column(tr("All", "all that is known of a peer"), Stretch::All,
               tr("All that is known of the peer, from this run and the history")),
    };
    if (!record.outside()) // of a fleet's peers only what the chart shows is read
        series += longer;
    const bool hasPings = series.constLast().summary.pings > 0;
    if (m_range && !record.outside()) {
        StatisticsSummary marked;
        SampleAggregate samples;
        for (const PingSample &sample : m_source->samples(record.id(), m_range->first, m_range->second))
            samples.add(sample);
        samples.fill(marked);
        const QString stretch = tr("%1 to %2", "moments")
                                    .arg(m_source->book()->format().moment(m_range->first, now),
                                         m_source->book()->format().moment(m_range->second, now));
        series.prepend({tr("Marked"), marked, {}, stretch});
    }
    m_figures->setSeries(series, m_source->book()->format());
    // A peer that has never been open has none; the room is for what matters then.
    m_sections[QStringLiteral("figures")]->setVisible(hasPings);
}

QString PeerPage::plainText() const
{
    if (!m_peer)
        return {};
    QString text = m_header->plainText();
    const auto add = [&text](const InspectorSection *section, const QString &content) {
        if (!content.isEmpty() && !section->isHidden())
            text += QLatin1Char('\n') + section->title() + QLatin1Char('\n') + content;
    };
    add(m_sections[QStringLiteral("end")],
        QString((m_pointsTo->text().isEmpty() ? QString() : QString(m_pointsTo->text() + QLatin1Char('\n'))) +
                m_sentence->text() + QLatin1Char('\n') + m_endFacts->plainText()));
    add(m_sections[QStringLiteral("vantages")], m_vantages->plainText());
    add(m_sections[QStringLiteral("advice")], m_adviceSentence->text());
    add(m_sections[QStringLiteral("figures")], m_figuresTable->plainText());
    add(m_sections[QStringLiteral("feed")], m_feedFacts->plainText());
    add(m_sections[QStringLiteral("trace")],
        QString(m_trace->text() + QLatin1Char('\n') + m_traceFacts->plainText()));
    add(m_sections[QStringLiteral("dial")], QString(m_phases->plainText() + m_openingFacts->plainText()));
    add(m_sections[QStringLiteral("certificate")], m_certificate->plainText());
    add(m_sections[QStringLiteral("ends")], m_endList->plainText());
    add(m_sections[QStringLiteral("pings")], m_pingTable->plainText());
    return text;
}

} // namespace Pongwatch
