// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QScrollArea>

#include <chrono>

class QLabel;

namespace Pongwatch
{

class FactsGrid;
class FiguresModel;
class InspectorSection;
class PeerBook;
class TroubleList;
class TroubleListModel;
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

    /// Why these peers are looked at together.
    enum class Scope : quint8 {
        All,      ///< there are no others
        Group,    ///< they are in one group
        Selected, ///< the user selected them one by one
    };
    /// `group`: its name, for Scope::Group.
    void setPeers(const QList<PeerId> &peers, Scope scope, const QString &group = {});
    /// What is urgent at once; figures of many peers at most once a second.
    void refresh();

    [[nodiscard]] QString plainText() const;
    [[nodiscard]] FiguresModel *figures() const { return m_figures; }
    [[nodiscard]] TroubleList *troubleList() const { return m_troubleList; }

Q_SIGNALS:
    /// The user wants to know all about this one.
    void peerActivated(Pongwatch::PeerId peer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString titleText() const;
    void showTroubles();
    void showSum();
    void showComparison();

    const PeerBook *m_book;
    QList<PeerId> m_peers;
    Scope m_scope = Scope::Selected;
    QString m_group;
    std::chrono::steady_clock::time_point m_figuresShown;
    QLabel *m_title;
    TroubleListModel *m_troubles;
    TroubleList *m_troubleList;
    QLabel *m_moreTroubles;
    InspectorSection *m_troubleSection;
    FactsGrid *m_sum;
    FiguresModel *m_figures;
    ValueTable *m_table;
    InspectorSection *m_comparison;
    QLabel *m_more;
};

} // namespace Pongwatch
