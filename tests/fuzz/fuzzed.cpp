// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzed.h"

#include "workspace/commandcopy.h"
#include "workspace/jsonparser.h"
#include "workspace/profileimport.h"
#include "workspace/workspacereader.h"

#include <QtGlobal>

namespace Pongwatch::TestSupport
{

namespace
{

void demand(bool holds, const char *what)
{
    if (!holds)
        qFatal("not so: %s", what);
}

void check(const ImportResult &result)
{
    demand(result.problems.size() <= ReadLog::Most + 1, "problems are bounded");
    Workspace workspace;
    for (const ImportedProfile &imported : result.profiles)
        workspace.add(imported.profile);
    const QByteArray written = writeWorkspace(workspace);
    const WorkspaceReading reading = readWorkspace(written);
    if (!reading.problems.isEmpty())
        qWarning("%s", qPrintable(reading.problems.first().sentence()));
    demand(reading.workspace.has_value(), "what was imported can be saved and read again");
    demand(*reading.workspace == workspace, "what was imported is what is read again");
    for (const ProfilePlace &place : workspace.places()) {
        for (const CommandKind kind : {CommandKind::Pongwatch, CommandKind::PythonWebsockets,
                                       CommandKind::Websocat, CommandKind::Wscat})
            static_cast<void>(copyAsCommand(workspace, place, kind));
    }
    static_cast<void>(exportCsv(workspace));
}

} // namespace

void readAsWorkspace(const QByteArray &text)
{
    const WorkspaceReading reading = readWorkspace(text);
    demand(reading.workspace.has_value() == reading.problems.isEmpty(), "either a workspace or problems");
    if (!reading.workspace)
        return;
    const QByteArray written = writeWorkspace(*reading.workspace);
    const WorkspaceReading again = readWorkspace(written);
    demand(again.workspace.has_value(), "what was written can be read");
    demand(*again.workspace == *reading.workspace, "what was written means the same");
    demand(writeWorkspace(*again.workspace) == written, "writing changes nothing");
    for (const ProfilePlace &place : reading.workspace->places())
        static_cast<void>(reading.workspace->effectiveSettings(place));
}

void readAsImport(const QByteArray &text)
{
    const QString characters = QString::fromUtf8(text);
    check(importProfiles(characters));
    check(importLines(characters));
    check(importCsv(characters));
    if (const Result<JsonDocument> document = parseJson(text, JsonLimits())) {
        check(importHar(document.value().root));
        check(importPostman(document.value().root));
    }
}

} // namespace Pongwatch::TestSupport
