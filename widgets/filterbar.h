// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Pongwatch
{

class PeerFilterModel;

/// Says over the list that not all peers are shown, which ones are, and takes it back at a click. Hidden
/// while nothing is filtered.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// The filter outlives the bar.
    explicit FilterBar(PeerFilterModel *filter, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QToolButton *showAllButton() const { return m_showAll; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void refresh();

    PeerFilterModel *m_filter;
    QLabel *m_text;
    QToolButton *m_showAll;
};

} // namespace Pongwatch
