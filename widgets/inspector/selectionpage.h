// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QScrollArea>
#include <QTimer>

#include <chrono>

class QLabel;
class QTabBar;

namespace Pongwatch
{

class FactsGrid;
class FiguresModel;
class InspectorSection;
class PeerBook;
class SeriesSource;
class TroubleList;
class TroubleListModel;
class ValueTable;

/// Several peers, or a group: what needs attention first, in order, and the sum; and in a separate tab, their
/// figures side by side, those in trouble first.
class SelectionPage : public QScrollArea
{
    Q_OBJECT

public:
    /// The number shown side by side; others count only in the sum.
    static constexpr int mostCompared = 12;

    /// The book must outlive the page.
    explicit SelectionPage(const SeriesSource *source, QWidget *parent = nullptr);

    /// Why these peers are shown together.
    enum class Scope : quint8 {
        All,      ///< there are no others
        Found,    ///< the filter lets no others through
        Group,    ///< they are in one group
        Selected, ///< the user selected them one by one
    };
    /// `group`: its name, for Scope::Group.
    void setPeers(const QList<PeerId> &peers, Scope scope, const QString &group = {});
    /// Updates what is urgent at once; figures of many peers at most once a second.
    void refresh();

    [[nodiscard]] QString plainText() const;
    [[nodiscard]] FiguresModel *figures() const { return m_figures; }
    [[nodiscard]] TroubleList *troubleList() const { return m_troubleList; }

    enum class Tab : int { LookAt, Figures };
    void setTab(Tab tab);
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }

Q_SIGNALS:
    /// The user wants to see everything about this one.
    void peerActivated(Pongwatch::PeerId peer);
    /// The same for several peers with the same trouble.
    void peersActivated(const QList<Pongwatch::PeerId> &peers);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString titleText() const;
    void showAnew();
    void showTroubles();
    void showSum();
    void showComparison();
    void showTab();

    const SeriesSource *m_source;
    const PeerBook *m_book;
    QList<PeerId> m_peers;
    Scope m_scope = Scope::Selected;
    QString m_group;
    std::chrono::steady_clock::time_point m_figuresShown;
    QTimer m_figuresSoon; // the list has grown since
    QLabel *m_title;
    QTabBar *m_tabs;
    QLabel *m_calm; ///< shown if nothing needs attention
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
