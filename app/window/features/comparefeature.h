// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

/// "Compare Clients": opens one connection to a peer with QWebSocket and one with the wire client, for as
/// long as the user wants: two rows, two lines in the chart. They are guests, and not saved in any file.
class CompareFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit CompareFeature(const WindowContext &context, QObject *parent = nullptr);

private:
    void retranslate() override;
    void compare();

    QAction *m_compare; // owned by this
};

} // namespace Pongwatch
