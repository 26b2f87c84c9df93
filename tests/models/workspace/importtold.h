// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/workspacereader.h"

namespace Pongwatch::TestSupport
{

/// The profile as the workspace file has it, on one line, without its brackets.
inline QString lineOf(const Profile &profile)
{
    Workspace workspace;
    static_cast<void>(workspace.add(profile));
    const QString text = QString::fromUtf8(writeWorkspace(workspace)).simplified();
    return text.mid(qstrlen("{ \"pongwatch\": 1, \"profiles\": [ { ")).chopped(qstrlen(" } ] }"));
}

/// All that an import says, in one text.
inline QString wholeOf(const ImportResult &result)
{
    QStringList lines;
    const auto add = [&lines](const ImportNote &note) {
        lines.append(QStringLiteral("%1|%2|%3").arg(QString::number(int(note.kind)), note.place, note.text));
    };
    for (const ImportedProfile &one : result.profiles) {
        lines.append(lineOf(one.profile) + one.group);
        for (const ImportedSecret &secret : one.secrets)
            lines.append(secret.name + secret.secret);
        for (const ImportNote &note : one.notes)
            add(note);
    }
    for (const ImportNote &note : result.notes)
        add(note);
    for (const Problem &problem : result.problems)
        lines.append(problem.sentence());
    return lines.join(u'\n');
}

/// The places of everything that was not simply taken.
inline QStringList placesOf(const ImportResult &result)
{
    QStringList places;
    for (const ImportedProfile &one : result.profiles)
        for (const ImportNote &note : one.notes)
            places.append(note.place);
    for (const ImportNote &note : result.notes)
        places.append(note.place);
    for (const Problem &problem : result.problems)
        places.append(problem.place);
    return places;
}

} // namespace Pongwatch::TestSupport
