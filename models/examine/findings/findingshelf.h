// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "examine/findings/finding.h"

namespace Pongwatch
{

/// What is kept of the examinations of one peer.
struct KeptFindings {
    QList<Finding> findings; ///< of the last examination
    QList<Finding> before;   ///< of the one before it: for each kind the last that is known
    bool isCutShort = false; ///< the last one was cancelled, and can be gone on with

    /// For each kind what is known by now: what the next examination is compared with.
    [[nodiscard]] QList<Finding> lastKnown() const;
};

/// Keeps what examinations found out, one small file for each URL, readable by its owner only. A file is
/// replaced whole; one that can't be read is left alone, and counts as none. Reads and writes at once, on the
/// calling thread.
class FindingShelf
{
public:
    /// The folder is made when something is kept. Empty: nothing is kept.
    explicit FindingShelf(QString folder);

    /// $XDG_STATE_HOME/pongwatch/examinations
    [[nodiscard]] static QString defaultFolder();

    /// `url`: as displayUrl() gives it; secrets are not in it.
    [[nodiscard]] KeptFindings read(const QString &url) const;

    /// What an examination found. What was the last one becomes the one before it, unless that was cut short
    /// and has been gone on with (`wentOn`).
    [[nodiscard]] Outcome keep(const QString &url, const QList<Finding> &findings, bool isCutShort,
                               bool wentOn) const;

private:
    [[nodiscard]] QString fileOf(const QString &url) const;

    QString m_folder;
};

} // namespace Pongwatch
