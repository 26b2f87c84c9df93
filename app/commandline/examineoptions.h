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
};

[[nodiscard]] QList<OptionSpec> examineOptionSpecs();
[[nodiscard]] Result<ExamineRequest> readExamineOptions(const ParsedArguments &arguments);

/// Whether invalid frames may be sent to this host: it is this machine, or it was named a second time.
[[nodiscard]] bool mayBeHostileTo(const QUrl &url, const QString &namedAgain);

} // namespace Pongwatch
