// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "past/pasteventstatus.h"
#include "text/formatter.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace Pongwatch
{

class QuietLabel;

/// Shows how far back the event log goes, and offers earlier events. Its actions can also be put in menus.
class EventHistoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit EventHistoryBar(QWidget *parent = nullptr);

    /// `now`: for writing moments relative to it.
    void showState(const PastEventStatus &status, WallTime now, const FormatPreferences &preferences);

    [[nodiscard]] QAction *moreAction() const { return m_more; }
    [[nodiscard]] QAction *searchAction() const { return m_search; }
    /// Ends the search.
    [[nodiscard]] QAction *allAction() const { return m_all; }
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString stateSentence() const;

    QuietLabel *m_label;
    QToolButton *m_button;
    QAction *m_more;
    QAction *m_search;
    QAction *m_all;
    // As last shown, for a change of language.
    PastEventStatus m_status;
    WallTime m_now{};
    FormatPreferences m_preferences;
};

} // namespace Pongwatch
