// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"
#include "peers/peerfacts.h"

#include <QMap>
#include <QScrollArea>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;

namespace Pongwatch
{

class EndListModel;
class EndListView;
class FactsGrid;
class FiguresModel;
class FleetBoard;
class InspectorSection;
class PeerFinding;
class PeerHeader;
class PeerRecord;
class PhaseBars;
class PingListModel;
class SeriesSource;
class SuspicionPath;
struct Suspicion;
class ValueTable;
class VantagesPanel;

/// One peer in full: how it is doing now, why its connection last ended and the times before, the steps of
/// its last dial, what was negotiated, its certificate, its figures side by side, and its pings one by one.
class PeerPage : public QScrollArea
{
    Q_OBJECT

public:
    using Range = std::pair<WallTime, WallTime>;

    /// The source must outlive the page.
    explicit PeerPage(SeriesSource *source, QWidget *parent = nullptr);

    /// nullopt: none, so that nothing is computed.
    void setPeer(std::optional<PeerId> peer);
    /// A stretch of time with a column of its own among the figures; nullopt: none.
    void setMarkedRange(const std::optional<Range> &range);
    /// From now on a section says how the peer's objectives stand; without any there is none.
    void setObjectives(std::function<QList<Fact>(PeerId)> objectives);
    /// From now on a section says what the vantages of this fleet see. It must outlive the page.
    void setFleet(const FleetBoard *fleet);
    /// What examinations advise for the peer: a sentence, and a ping interval to set, if one helps.
    using Advice = std::pair<QString, std::optional<nanoseconds>>;
    void setAdvice(std::function<std::optional<Advice>(PeerId)> advice);
    void refresh();

    /// What is wrong, or why the last connection ended; empty if nothing is or did.
    [[nodiscard]] QString sentence() const;
    /// All of it, for copying.
    [[nodiscard]] QString plainText() const;

    /// By names that don't depend on the language.
    [[nodiscard]] const QMap<QString, InspectorSection *> &sections() const { return m_sections; }
    [[nodiscard]] FiguresModel *figures() const { return m_figures; }
    [[nodiscard]] EndListView *endList() const { return m_endList; }

Q_SIGNALS:
    /// The user wants the peer to be pinged that often from now on.
    void intervalChosen(Pongwatch::PeerId peer, Pongwatch::nanoseconds interval);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    InspectorSection *addSection(const QString &name, QWidget *content);
    void retranslate();
    void showSuspicion(const Suspicion &suspicion);
    void showFinding(const PeerRecord &record);
    [[nodiscard]] QString findingTitle(const PeerFinding &finding) const;
    void showFeed(const PeerRecord &record);
    void showTrace(const PeerRecord &record);
    void showDial(const PeerRecord &record);
    void showFigures(const PeerRecord &record);
    void showObjectives(PeerId peer);
    void showVantages(PeerId peer);
    void showAdvice(PeerId peer);
    void nameAdvisedInterval();

    SeriesSource *m_source;
    std::optional<PeerId> m_peer;
    std::optional<Range> m_range;
    QWidget *m_content;
    PeerHeader *m_header;
    SuspicionPath *m_path;
    QLabel *m_pointsTo;
    QLabel *m_sentence;
    FactsGrid *m_endFacts;
    VantagesPanel *m_vantages;
    FactsGrid *m_feedFacts;
    FactsGrid *m_objectiveFacts;
    std::function<QList<Fact>(PeerId)> m_objectives; // null: there are none
    QLabel *m_adviceSentence;
    QPushButton *m_setInterval;
    std::function<std::optional<Advice>(PeerId)> m_advice; // null: there is none
    std::optional<nanoseconds> m_advisedInterval;
    QLabel *m_trace; ///< what the newest trace of the network path found
    FactsGrid *m_traceFacts;
    PhaseBars *m_phases;
    FactsGrid *m_openingFacts;
    FactsGrid *m_certificate;
    EndListModel *m_ends;
    EndListView *m_endList;
    FiguresModel *m_figures;
    ValueTable *m_figuresTable;
    PingListModel *m_pings;
    ValueTable *m_pingTable;
    QMap<QString, InspectorSection *> m_sections;
};

} // namespace Pongwatch
