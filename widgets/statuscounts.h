// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QMap>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace Pongwatch
{

class PeerBook;

/// Counts the peers in each state, worst first, each with its shape and word: buttons that show only these
/// peers in the list. Says "No peers" if there are none.
class StatusCounts : public QWidget
{
    Q_OBJECT

public:
    /// The book must outlive the counts.
    explicit StatusCounts(const PeerBook *book, QWidget *parent = nullptr);

    [[nodiscard]] int count(Health health) const { return m_counts.value(health); }

    /// Sets the states by which the list is filtered; their buttons are down.
    void setChosen(const QSet<Health> &states);

    /// Null if there has never been a peer in this state.
    [[nodiscard]] QToolButton *button(Health health) const { return m_buttons.value(health); }

Q_SIGNALS:
    /// The user chose other states; an empty set means all.
    void chosen(const QSet<Pongwatch::Health> &states);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recount();
    void refresh();
    void toggled(Health health, bool on);
    QToolButton *buttonFor(Health health);

    const PeerBook *m_book;
    QTimer m_soon; // thousands of peers may be added at once
    QMap<Health, int> m_counts;
    QSet<Health> m_chosen;
    QMap<Health, QToolButton *> m_buttons;
    QLabel *m_none;
};

} // namespace Pongwatch
