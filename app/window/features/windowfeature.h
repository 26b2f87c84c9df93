// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowcontext.h"
#include "engine/values/peerid.h"

#include <QList>
#include <QObject>

class QAction;

namespace Pongwatch
{

/// What the window's features have in common: what they work with, texts that follow changes of language,
/// and actions that require a selected peer. Lives on the GUI thread; everything in the context must outlive
/// it.
class WindowFeature : public QObject
{
    Q_OBJECT

protected:
    WindowFeature(const WindowContext &context, QObject *parent);

    const WindowContext m_context;

    /// Sets all texts in the current language. Each feature calls it when it is created; afterwards it is
    /// called when the language changes.
    virtual void retranslate() = 0;

    /// Why nothing can be done to a peer of a fleet: a clause.
    [[nodiscard]] static QString whyNotOutside();

    /// Enables these actions only while at least one peer is selected that is watched here.
    void enableWithSelection(const QList<QAction *> &actions);
    /// The peers selected that are watched here, and not only by the agents of a fleet.
    [[nodiscard]] QList<PeerId> selectedOwn() const;
    /// Selects the first of these: as many as can be told apart in the chart.
    void selectSome(const QList<PeerId> &peers);

private:
    void showWhetherSelected();

    QList<QAction *> m_needSelection;
};

} // namespace Pongwatch
