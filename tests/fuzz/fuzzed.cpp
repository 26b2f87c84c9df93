// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzed.h"

#include "engine/diagnosis.h"
#include "history/store/bucketpage.h"
#include "history/store/eventcodec.h"
#include "history/store/samplecodec.h"
#include "history/store/settingsrecord.h"
#include "workspace/commandcopy.h"
#include "workspace/importtext.h"
#include "workspace/jsonparser.h"
#include "workspace/profileimport.h"
#include "workspace/shellwords.h"
#include "workspace/workspacereader.h"
#include "workspace/yamlreader.h"

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
    for (const ImportedProfile &imported : result.profiles) {
        demand(imported.notes.size() <= ReadLog::Most, "notes are bounded");
        workspace.add(imported.profile);
    }
    demand(result.notes.size() <= ReadLog::Most, "notes are bounded");
    const QByteArray written = writeWorkspace(workspace);
    for (const ImportedProfile &imported : result.profiles) {
        // Short ones may be part of anything.
        for (const ImportedSecret &secret : imported.secrets)
            demand(secret.secret.size() < 12 || !written.contains(quoteJson(secret.secret)),
                   "no secret is in the file");
    }
    const WorkspaceReading reading = readWorkspace(written);
    if (!reading.problems.isEmpty())
        qWarning("%s", qPrintable(reading.problems.first().sentence()));
    demand(reading.workspace.has_value(), "what was imported can be saved and read again");
    demand(*reading.workspace == workspace, "what was imported is what is read again");
    for (const ProfilePlace &place : workspace.places())
        for (const CommandKind kind : {CommandKind::Pongwatch, CommandKind::PythonWebsockets,
                                       CommandKind::Websocat, CommandKind::Wscat})
            static_cast<void>(copyAsCommand(workspace, place, kind));
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
    check(importBytes(text));
    static_cast<void>(importVariables(decodeImport(text).text));
}

void readAsLines(const QByteArray &text)
{
    const QString characters = QString::fromUtf8(text);
    check(importLines(characters));
    ImportOptions options;
    options.variables.insert(QStringLiteral("HOST"), QStringLiteral("$HOST.example"));
    check(importLines(characters, options));
    for (const ShellDialect dialect : {ShellDialect::Posix, ShellDialect::Cmd, ShellDialect::PowerShell})
        static_cast<void>(splitShellWords(characters, dialect));
}

void readAsTable(const QByteArray &text)
{
    const QString characters = QString::fromUtf8(text);
    check(importCsv(characters));
    ImportOptions options;
    options.urlColumn = 1;
    check(importCsv(characters, options));
}

void readAsDocument(const QByteArray &text)
{
    check(importBru(QString::fromUtf8(text)));
    JsonLimits limits;
    limits.values = 100'000;
    std::optional<JsonValue> root;
    if (const Result<JsonDocument> document = parseJson(text, limits))
        root = document.value().root;
    else if (const Result<JsonValue> yaml = parseYaml(text, limits))
        root = yaml.value();
    if (!root)
        return;
    check(importHar(*root));
    check(importPostman(*root));
    check(importPostman3(*root));
    check(importInsomnia(*root));
    check(importBruno(*root));
    check(importAsyncApi(*root));
    check(importJsonList(*root));
}

void readAsRecords(const QByteArray &bytes)
{
    constexpr PeerId peer{1};
    std::vector<PingSample> samples;
    if (SampleCodec::decode(bytes, peer, samples) && !samples.empty()) {
        std::vector<PingSample> again;
        demand(SampleCodec::decode(SampleCodec::encode(samples), peer, again),
               "what was packed can be unpacked");
        demand(again == samples, "what was packed is what is unpacked");
    }
    for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
        BucketPage page(level, 1);
        if (page.decode(bytes)) {
            BucketPage again(level, 1);
            demand(page.buckets().empty() || again.decode(page.encode()), "a page can be read again");
        }
    }
    ConnectionEvent event;
    const int kind = bytes.isEmpty() ? 0 : bytes[0] % 8;
    if (EventCodec::decode(kind, bytes.mid(1), event)) {
        ConnectionEvent again;
        demand(EventCodec::decode(kind, EventCodec::encode(event), again), "an event can be read again");
        if (const auto *closed = std::get_if<Closed>(&event.what))
            static_cast<void>(explain(closed->verdict));
    }
    static_cast<void>(fromSettingsRecord(bytes));
    for (const DatedSettings &one : unpackSettings(bytes))
        static_cast<void>(fromSettingsRecord(one.record));
}

} // namespace Pongwatch::TestSupport
