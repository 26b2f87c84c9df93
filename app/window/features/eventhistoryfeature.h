// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "widgets/eventsearchdialog.h"

#include <QPointer>

namespace Pongwatch
{

class EventHistoryBar;

/// Adds events of earlier runs to the event log: page by page as the user scrolls on, and by searching for a
/// peer and a stretch of time. Does nothing without a history.
class EventHistoryFeature : public WindowFeature
{
    Q_OBJECT

public:
    EventHistoryFeature(const WindowContext &context, QObject *parent);

    [[nodiscard]] EventHistoryBar *bar() const { return m_bar; }
    /// Null if it is not open.
    [[nodiscard]] EventSearchDialog *dialog() const { return m_dialog; }

private:
    void retranslate() override;
    void showState();
    void openSearch();

    EventHistoryBar *m_bar = nullptr; // the pane's; null: there is no history
    QPointer<EventSearchDialog> m_dialog;
};

} // namespace Pongwatch
