// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "engine/values/peerid.h"

#include <QHash>
#include <QObject>

class QAction;

namespace Pongwatch
{

class MessageWindow;

/// Talks to a peer: "Send a Message…" opens a window for each selected peer, and what that peer says is shown
/// there as long as it is open.
class MessageFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit MessageFeature(const WindowContext &context, QObject *parent = nullptr);

    /// The window about this peer; null: none is open.
    [[nodiscard]] MessageWindow *windowOf(PeerId peer) const;

private:
    void retranslate() override;
    void openFor(PeerId peer);
    void showStates();

    QAction *m_send;                           // owned by this
    QHash<quint32, MessageWindow *> m_windows; // owned by the main window
};

} // namespace Pongwatch
