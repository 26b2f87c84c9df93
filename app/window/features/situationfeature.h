// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

class SituationBar;

/// "Select Peers in Trouble": with the line above the list that says how all peers are doing, or by a key.
class SituationFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `bar` must outlive the feature.
    SituationFeature(const WindowContext &context, SituationBar *bar, QObject *parent = nullptr);

private:
    void retranslate() override;
    void select();
    void showWhetherTrouble();

    QAction *m_select; // owned by this
};

} // namespace Pongwatch
