// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"
#include "app/commandline/metricsoptions.h"
#include "app/commandline/optionparser.h"
#include "app/headless/monitorrun.h"
#include "widgets/rendering/reportfile.h"

namespace Pongwatch
{

enum class OutputForm : quint8 { Table, Jsonl };

/// What `pongwatch monitor` should do; everything that can be checked without dialling is checked.
struct MonitorRequest {
    RunPlan plan;
    bool demo = false;         ///< the demo peers are added to those of the plan
    ConnectionSettings common; ///< the connection options, for the demo peers
    OutputForm output = OutputForm::Table;
    QList<ReadyWay> ways;   ///< by which alerts are told
    QString deliveryFolder; ///< of what is still to be delivered; empty: nothing is delivered
    QString history;        ///< the file that keeps what is measured; empty: none
    QStringList reports;    ///< files, each with an ending that can be written
    ReportStyle reportStyle;
    std::optional<MetricsRequest> metrics; ///< nullopt: none are served
};

/// --workspace, and the options for which of its profiles to use and what it may have.
[[nodiscard]] QList<OptionSpec> workspaceOptionSpecs();

[[nodiscard]] QList<OptionSpec> monitorOptionSpecs();
[[nodiscard]] Result<MonitorRequest> readMonitorOptions(const ParsedArguments &arguments);

} // namespace Pongwatch
