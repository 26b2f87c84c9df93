// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowcontext.h"
#include "engine/values/peerid.h"

#include <QHash>
#include <QObject>

class QAction;

namespace Pongwatch
{

class MessageWindow;

/// Talks to a peer: "Send a Message…" opens a window for each selected peer, and what that peer says is shown
/// there as long as it is open.
class MessageFeature : public QObject
{
    Q_OBJECT

public:
    explicit MessageFeature(const WindowContext &context, QObject *parent = nullptr);

    /// The window about this peer; null: none is open.
    [[nodiscard]] MessageWindow *windowOf(PeerId peer) const;

private:
    void retranslate();
    void openFor(PeerId peer);
    void showStates();
    bool eventFilter(QObject *watched, QEvent *event) override;

    WindowContext m_context;
    QAction *m_send;                           // owned by this
    QHash<quint32, MessageWindow *> m_windows; // owned by the main window
};

} // namespace Pongwatch
