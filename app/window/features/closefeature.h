// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>

class QAction;

namespace Pongwatch
{

class ClosePeerDialog;

/// "Close with a Code…": sends the selected peers a Close frame of the user's choice, to see how they
/// react.
class CloseFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit CloseFeature(const WindowContext &context, QObject *parent = nullptr);

    /// Null if it is not open.
    [[nodiscard]] ClosePeerDialog *dialog() const { return m_dialog; }

private:
    void retranslate() override;
    void open();

    QAction *m_close;                    // owned by this
    ClosePeerDialog *m_dialog = nullptr; // owned by the window
};

} // namespace Pongwatch
