// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowcontext.h"

#include <QList>
#include <QObject>

class QAction;

namespace Pongwatch
{

/// What the features of the window have in common: what they work with, texts that follow the language while
/// the program runs, and actions that need a selected peer. Lives on the GUI thread; what is in the context
/// outlives it.
class WindowFeature : public QObject
{
    Q_OBJECT

protected:
    WindowFeature(const WindowContext &context, QObject *parent);

    const WindowContext m_context;

    /// Sets every text in the language of now. Each feature calls it when it is made; after that it is called
    /// when the language changes.
    virtual void retranslate() = 0;

    /// From now on these can be used while at least one peer is selected.
    void enableWithSelection(const QList<QAction *> &actions);

private:
    void showWhetherSelected();

    QList<QAction *> m_needSelection;
};

} // namespace Pongwatch
