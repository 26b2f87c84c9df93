// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "path/pathnews.h"
#include "path/pathwatch.h"

#include <QSet>

namespace Pongwatch
{

/// Has the network paths to the selected peers traced by hand, and switches those off that nobody asks for;
/// the settings of each peer say when those are made. What is news is kept as a note, and so is in the chart,
/// the history and reports.
class PathFeature : public WindowFeature
{
    Q_OBJECT

public:
    PathFeature(const WindowContext &context, QObject *parent);

protected:
    void retranslate() override;

private:
    void traceSelected();
    void take(const Batch &batch);
    void setAutomatic(bool automatic);

    static constexpr qsizetype mostAtOnce = 16; ///< peers that are traced by hand

    QAction *m_trace;
    QAction *m_automatic;
    PathWatch *m_paths;
    PathNews m_news;
    QSet<PeerId> m_asked; ///< who is waited for by a person
};

} // namespace Pongwatch
