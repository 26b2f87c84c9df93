// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QScrollArea>
#include <QTimer>

#include <optional>

class QLabel;

namespace Pongwatch
{

class FactsGrid;
class PeerBook;
class PeerRecord;
class PhaseBars;
class StatisticsGrid;

/// The selected peer in full: its state and since when, in one sentence why its connection ended last, the
/// evidence for that, the Close frames, the steps of the last dial, and its figures side by side.
class VerdictPanel : public QScrollArea
{
    Q_OBJECT

public:
    /// The book outlives the panel.
    explicit VerdictPanel(const PeerBook *book, QWidget *parent = nullptr);

    /// nullopt: none.
    void setPeer(std::optional<PeerId> peer);

    /// The sentence that is shown about the last end; empty when there was none. For tests.
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showState(const PeerRecord &record);
    void showEnd(const PeerRecord &record);
    void showDial(const PeerRecord &record);

    const PeerBook *m_book;
    std::optional<PeerId> m_peer;
    QWidget *m_content;
    QLabel *m_none;
    QLabel *m_shape;
    QLabel *m_state;
    QLabel *m_age;
    QLabel *m_name;
    QLabel *m_url;
    QLabel *m_endTitle;
    QLabel *m_sentence;
    FactsGrid *m_endFacts;
    QLabel *m_dialTitle;
    PhaseBars *m_phases;
    FactsGrid *m_dialFacts;
    StatisticsGrid *m_statistics;
    QTimer m_clock;
};

} // namespace Pongwatch
