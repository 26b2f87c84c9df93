// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Pongwatch
{

class FilterBar;
class PeerFilterModel;
class PeerListView;

/// The list of peers with what belongs around it: the bar that says what is filtered, and a word in place of
/// rows when nothing matches.
class PeerPane : public QWidget
{
    Q_OBJECT

public:
    /// The model outlives the pane.
    explicit PeerPane(PeerFilterModel *model, QWidget *parent = nullptr);

    [[nodiscard]] PeerListView *list() const { return m_list; }
    [[nodiscard]] FilterBar *filterBar() const { return m_bar; }
    /// How high it wants to be to show all rows without scrolling.
    [[nodiscard]] int contentHeight() const;

Q_SIGNALS:
    /// contentHeight() may give something else now.
    void contentHeightChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showWhetherNothingMatches();

    PeerFilterModel *m_model;
    FilterBar *m_bar;
    PeerListView *m_list;
    QLabel *m_nothing; // over the list's rows
};

} // namespace Pongwatch
