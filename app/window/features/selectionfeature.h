// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QTimer>

namespace Pongwatch
{

/// Makes chart, log and inspector follow the selection in the list. If nothing is selected they show all
/// peers together, which is how a window with more than one peer starts: who is in trouble, since when and
/// why, before anything is clicked.
class SelectionFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// The action belongs to the parent.
    SelectionFeature(const WindowContext &context, QObject *parent);

protected:
    void retranslate() override;

private:
    void begin();
    void show();

    QAction *m_selectAll;
    QAction *m_selectNone;
    QTimer m_soon; ///< peers may be added and removed by the thousand
};

} // namespace Pongwatch
