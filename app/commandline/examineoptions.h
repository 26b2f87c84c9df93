// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "examine/probes.h"

namespace Pongwatch
{

/// What `pongwatch examine` was asked to do; everything is checked that can be checked without dialling.
struct ExamineRequest {
    ExaminationPlan plan;
    bool jsonl = false;
    bool goesOn = false; ///< what an earlier examination found, that was cut short, is not found out again
    QString folder;      ///< where findings are kept; empty: nowhere
    QString history;     ///< a file with earlier connections; empty: none
    bool needsHistory = false; ///< the user named it, so that it is an error if it can't be read
};

[[nodiscard]] QList<OptionSpec> examineOptionSpecs();
[[nodiscard]] Result<ExamineRequest> readExamineOptions(const ParsedArguments &arguments);

/// The host that the connection is really made to: that of `connectTo`, if there is one, else the URL's.
[[nodiscard]] QString hostileTarget(const ConnectionSettings &connection);

/// Whether invalid frames may be sent there: it is this machine, reached without a proxy that was asked for,
/// or it was named a second time.
[[nodiscard]] bool mayBeHostileTo(const ConnectionSettings &connection, const QString &namedAgain);

} // namespace Pongwatch
