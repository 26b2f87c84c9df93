// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

namespace Pongwatch
{

class PeerBook;

/// Counts the peers in each state, worst first, each with its shape and word. Says "No peers" when there are
/// none.
class StatusCounts : public QWidget
{
    Q_OBJECT

public:
    /// The book outlives the counts.
    explicit StatusCounts(const PeerBook *book, QWidget *parent = nullptr);

    [[nodiscard]] int count(Health health) const { return m_counts.value(health); }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        Health health;
        QString text;
    };

    void recount();
    [[nodiscard]] int widthOf(const Part &part) const;

    const PeerBook *m_book;
    QTimer m_soon; // thousands of peers may come at once
    QMap<Health, int> m_counts;
    QList<Part> m_parts;
};

} // namespace Pongwatch
