// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QScrollArea>

class QLabel;

namespace Pongwatch
{

class FactsGrid;
class FiguresModel;
class InspectorSection;
class PeerBook;
class ValueTable;

/// Several peers, or a group: their sum, and their figures side by side, those in trouble first.
class SelectionPage : public QScrollArea
{
    Q_OBJECT

public:
    /// Side by side; the others count in the sum only.
    static constexpr int mostCompared = 12;

    /// The book outlives the page.
    explicit SelectionPage(const PeerBook *book, QWidget *parent = nullptr);

    /// `group` empty: some peers that were selected one by one.
    void setPeers(const QList<PeerId> &peers, const QString &group);
    void refresh();

    [[nodiscard]] QString plainText() const;
    [[nodiscard]] FiguresModel *figures() const { return m_figures; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showSum();
    void showComparison();

    const PeerBook *m_book;
    QList<PeerId> m_peers;
    QString m_group;
    QLabel *m_title;
    FactsGrid *m_sum;
    FiguresModel *m_figures;
    ValueTable *m_table;
    InspectorSection *m_comparison;
    QLabel *m_more;
};

} // namespace Pongwatch
