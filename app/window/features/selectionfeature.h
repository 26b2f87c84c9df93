// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QTimer>

namespace Pongwatch
{

/// What is looked at: chart, log and inspector follow the selection of the list. While nothing is selected
/// they show all peers together, which is how a window with more than one peer begins: who is in trouble,
/// since when and why, before anything is clicked.
class SelectionFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// The action is the parent's.
    SelectionFeature(const WindowContext &context, QObject *parent);

protected:
    void retranslate() override;

private:
    void begin();
    void show();

    QAction *m_selectAll;
    QAction *m_selectNone;
    QTimer m_soon; ///< peers come and go by the thousand
};

} // namespace Pongwatch
