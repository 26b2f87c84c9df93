// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Pongwatch
{

class PeerFilterModel;

/// Shown above the list when not all peers are: says which ones are, and clears the filter at a click. Hidden
/// if there is no filter.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// The filter must outlive the bar.
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
