// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commands/commands.h"
#include "app/headless/effectivesettings.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "engine/values/foreigntext.h"
#include "engine/values/settings.h"
#include "examine/findings/findingshelf.h"
#include "examine/findings/limitsfound.h"
#include "workspace/trustkeeper.h"
#include "workspace/workspacefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

QList<OptionSpec> checkOptionSpecs()
{
    return QList<OptionSpec>{
               {QStringLiteral("output"),
                {},
                QStringLiteral("text|jsonl"),
                CheckCommandStrings::tr("Text for people, or one JSON object per profile (text)")}} +
           commonOptionSpecs();
}

QString groupOf(const Workspace &workspace, const ProfilePlace &place)
{
    return place.group ? workspace.groups[*place.group].name : QString();
}

QStringList missingFor(const Workspace &workspace, const ProfilePlace &place)
{
    const ProfileSettings settings = workspace.layeredSettings(place);
    const QString &url = workspace.at(place).url;
    return faultsOf(url, settings) + missingHere(url, settings);
}

/// What it wants for itself, and for the ways that its rules tell by.
QList<WorkspaceDemand> demandsFor(const Workspace &workspace, const ProfilePlace &place)
{
    QList<WorkspaceDemand> demands = demandsOf(workspace, place);
    const QList<AlertRule> rules = workspace.alertsAt(place).rules;
    for (const AlertWay &way : workspace.alerts.ways) {
        const bool isNamed = std::any_of(rules.begin(), rules.end(), [&way](const AlertRule &rule) {
            return rule.enabled && (rule.ways + rule.escalationWays).contains(way.name);
        });
        if (isNamed)
            demands.append(demandsWithout(demandsOf(way), demands));
    }
    return demands;
}

/// What an examination of the peer advises for its settings.
QStringList adviceFor(const Workspace &workspace, const ProfilePlace &place)
{
    const FindingShelf shelf(FindingShelf::defaultFolder());
    const ConnectionSettings settings = workspace.effectiveSettings(place);
    const auto limits = limitsFound(shelf.read(displayUrl(settings.url)).lastKnown());
    const auto advice = limits ? intervalAdvice(settings, *limits) : std::nullopt;
    return advice ? QStringList{advice->sentence} : QStringList();
}

QString asText(const Workspace &workspace, const ProfilePlace &place, const TrustKeeper &trust)
{
    const Profile &profile = workspace.at(place);
    QStringList about = {plainLine(displayUrl(QUrl(profile.url)))};
    if (place.group)
        about.append(CheckCommandStrings::tr("group %1").arg(plainLine(groupOf(workspace, place))));
    if (!profile.tags.isEmpty())
        about.append(
            CheckCommandStrings::tr("tags %1").arg(plainLine(profile.tags.join(QStringLiteral(", ")))));
    if (!profile.enabled)
        about.append(CheckCommandStrings::tr("disabled"));
    QString text = QStringLiteral("%1: %2\n").arg(plainLine(profile.name), about.join(QStringLiteral("; ")));

    const QList<EffectiveSetting> settings = effectiveSettings(workspace, place);
    qsizetype widestPath = 0;
    qsizetype widestValue = 0;
    for (const EffectiveSetting &setting : settings) {
        widestPath = std::max(widestPath, setting.path.size());
        widestValue = std::max(widestValue, std::min<qsizetype>(setting.value.size(), 40));
    }
    for (const EffectiveSetting &setting : settings)
        text += QStringLiteral("  %1  %2  %3\n")
                    .arg(setting.path.leftJustified(widestPath),
                         plainLine(QString::fromUtf8(setting.value)).leftJustified(widestValue),
                         toWord(setting.source));
    const QStringList missing = missingFor(workspace, place);
    const QStringList advice = adviceFor(workspace, place);
    for (const QString &sentence : missing + advice)
        text += QStringLiteral("  ! %1\n").arg(plainLine(sentence));
    const QList<WorkspaceDemand> demands = demandsFor(workspace, place);
    for (const WorkspaceDemand &demand : demands)
        text += QStringLiteral("  ") +
                CheckCommandStrings::tr("wants %1 for %2%3", "an environment variable, a file …; a host")
                    .arg(plainLine(demandInWords(demand)), plainLine(demand.receiver),
                         trust.trusts(demand) ? QString() : CheckCommandStrings::tr(" (not trusted yet)")) +
                u'\n';
    return text;
}

QByteArray asJson(const QString &file, const Workspace &workspace, const ProfilePlace &place,
                  const TrustKeeper &trust)
{
    const Profile &profile = workspace.at(place);
    QJsonObject settings;
    QJsonObject sources;
    for (const EffectiveSetting &setting : effectiveSettings(workspace, place)) {
        const QJsonDocument value = QJsonDocument::fromJson('[' + setting.value + ']');
        settings.insert(setting.path, value[0]);
        sources.insert(setting.path, QString(toWord(setting.source)));
    }
    QJsonObject object{{QStringLiteral("file"), file},
                       {QStringLiteral("name"), profile.name},
                       {QStringLiteral("url"), displayUrl(QUrl(profile.url))},
                       {QStringLiteral("enabled"), profile.enabled},
                       {QStringLiteral("tags"), QJsonArray::fromStringList(profile.tags)},
                       {QStringLiteral("settings"), settings},
                       {QStringLiteral("from"), sources}};
    if (place.group)
        object.insert(QStringLiteral("group"), groupOf(workspace, place));
    if (const QStringList missing = missingFor(workspace, place); !missing.isEmpty())
        object.insert(QStringLiteral("missing"), QJsonArray::fromStringList(missing));
    if (const QStringList advice = adviceFor(workspace, place); !advice.isEmpty())
        object.insert(QStringLiteral("advice"), QJsonArray::fromStringList(advice));
    QJsonArray references;
    for (const WorkspaceDemand &demand : demandsFor(workspace, place)) {
        QJsonObject reference{{QStringLiteral("kind"), QString(toWord(demand.kind))},
                              {QStringLiteral("host"), demand.receiver},
                              {QStringLiteral("trusted"), trust.trusts(demand)}};
        if (!demand.name.isEmpty())
            reference.insert(QStringLiteral("name"), demand.name);
        references.append(reference);
    }
    if (!references.isEmpty())
        object.insert(QStringLiteral("references"), references);
    return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n';
}

/// Returns false if the file is not a workspace, or has a profile that can't be dialled as it is.
bool check(const QString &file, bool json, OutputStream &output, OutputStream &errors)
{
    const Result<WorkspaceReading> reading = WorkspaceFile::examine(file);
    if (!reading) {
        (void)failWith(reading.error());
        return false;
    }
    const auto tell = [&](const QList<Problem> &problems, const QString &kind) {
        for (const Problem &problem : problems)
            errors.write(QStringLiteral("%1: %2%3\n")
                             .arg(plainLine(file), kind, plainLine(problem.sentence()))
                             .toUtf8());
    };
    tell(reading.value().problems, QString());
    tell(reading.value().notes, CheckCommandStrings::tr("note: "));
    if (!reading.value().workspace)
        return false;
    const Workspace &workspace = *reading.value().workspace;
    const TrustKeeper trust(TrustKeeper::defaultFile());
    bool isSound = true;
    for (const ProfilePlace &place : workspace.places()) {
        output.write(json ? asJson(file, workspace, place, trust) : asText(workspace, place, trust).toUtf8());
        isSound = isSound && faultsOf(workspace.at(place).url, workspace.layeredSettings(place)).isEmpty();
    }
    return isSound;
}

int checkWorkspaces(const ParsedArguments &arguments)
{
    const QString form = arguments.has(QStringLiteral("output")) ? arguments.value(QStringLiteral("output"))
                                                                 : QStringLiteral("text");
    if (form != QStringLiteral("text") && form != QStringLiteral("jsonl"))
        return failWith(
            Error{CheckCommandStrings::tr("reading the option"), QStringLiteral("--output"),
                  CheckCommandStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60))});
    const QStringList &files = arguments.positional();
    if (files.isEmpty())
        return failWith(Error{CheckCommandStrings::tr("reading the argument"),
                              {},
                              CheckCommandStrings::tr("there is no file to check")});

    OutputStream output(STDOUT_FILENO);
    OutputStream errors(STDERR_FILENO);
    int status = ExitFine;
    for (const QString &file : files)
        if (!check(file, form == QStringLiteral("jsonl"), output, errors))
            status = ExitUsage;
    return statusAfter(output, status);
}

} // namespace

int runCheckCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch check FILE.pongwatch… [--output text|jsonl]"),
         CheckCommandStrings::tr("Checks a workspace and lists its problems; if there are none, "
                                 "lists each profile's settings and where they come from."),
         checkOptionSpecs()},
        checkWorkspaces);
}

} // namespace Pongwatch
