// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/deliverer.h"
#include "app/window/features/windowfeature.h"

class QToolButton;

namespace Pongwatch
{

class WaysDialog;

/// How alerts get to those who do not look at the window: says what could not be delivered, in a notice and
/// in the status bar, and lets the user try each way.
class DeliveryFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit DeliveryFeature(const WindowContext &context, QObject *parent = nullptr);

    /// For the status bar; shown while something is not delivered. Owned by the window.
    [[nodiscard]] QWidget *label() const;

private:
    void retranslate() override;
    void showStatus(const DeliveryStatus &status);
    void open();
    void fill();

    QAction *m_action; // owned by this
    QToolButton *m_label;
    WaysDialog *m_dialog = nullptr; // owned by the window; null: not opened yet
    DeliveryStatus m_status;
    bool m_isTold = false; ///< the trouble of now
};

} // namespace Pongwatch
