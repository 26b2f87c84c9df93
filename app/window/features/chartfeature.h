// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace Pongwatch
{

class ChartPane;
class Notebook;
struct Note;

/// The chart's menu, its look from one run to the next, and the notes attached to it.
class ChartFeature : public WindowFeature
{
    Q_OBJECT

public:
    ChartFeature(const WindowContext &context, QObject *parent);
    ~ChartFeature() override;

private:
    /// Asks for the text of a note; a new one if its id is 0.
    void write(const Note &note);
    void retranslate() override;

    QPointer<ChartPane> m_pane; // may be destroyed first when the window closes
    QMenu *m_spans;
    Notebook *m_notebook;
};

} // namespace Pongwatch
