// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Pongwatch
{

class FilterBar;
class PeerFilterModel;
class PeerListView;

/// The list of peers and what belongs to it: the bar that shows the filter, and a message instead of rows if
/// nothing matches.
class PeerPane : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the pane.
    explicit PeerPane(PeerFilterModel *model, QWidget *parent = nullptr);

    [[nodiscard]] PeerListView *list() const { return m_list; }
    [[nodiscard]] FilterBar *filterBar() const { return m_bar; }
    /// The height that shows all rows without scrolling.
    [[nodiscard]] int contentHeight() const;

Q_SIGNALS:
    /// The result of contentHeight() may have changed.
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
    QLabel *m_nothing; // above the list's rows
};

} // namespace Pongwatch
