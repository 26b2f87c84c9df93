// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documentparts.h"

#include "examine/findings/findingsentence.h"
#include "reports/reporttext.h"
#include "settings/settingstable.h"

#include <QFileInfo>

#include <algorithm>
#include <span>

namespace Pongwatch
{

namespace
{

using Paragraph = Document::Paragraph;
using Cell = Document::Table::Cell;

/// The text in a report for a setting; empty: none.
template <typename T>
QString phraseOf(const Setting<T> &setting, const ConnectionSettings &settings, const ReportText &text)
{
    if (!setting.inUse.read)
        return {};
    const T value = setting.inUse.read(settings).value_or(T());
    size_t which = isSet(value) ? 1 : 0;
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>)
        which = static_cast<size_t>(value);
    if constexpr (std::is_same_v<T, SlowLimit>)
        which = value.isAuto ? 2 : which;
    const char *said = setting.record.said.at(which);
    if (!said)
        return {};
    const QString phrase = ReportStrings::tr(said);
    if constexpr (std::is_same_v<T, ProfileSettings::Limit>)
        return value ? phrase.arg(text.duration(*value)) : phrase;
    else if constexpr (std::is_same_v<T, SlowLimit>)
        return value.after ? phrase.arg(text.duration(*value.after)) : phrase;
    else if constexpr (std::is_same_v<T, nanoseconds>)
        return phrase.arg(text.duration(value));
    else if constexpr (std::is_same_v<T, ProfileSettings::Headers>)
        return phrase.arg(text.count(static_cast<quint64>(value.size())));
    else if constexpr (std::is_same_v<T, QString>)
        return setting.form == TextForm::Message ? phrase : phrase.arg(ReportText::harmless(value, 200));
    else
        return phrase;
}

QString settingsSentence(const ConnectionSettings &settings, const ReportText &text)
{
    QStringList parts;
    forEachSetting([&](const auto &setting) { parts.append(phraseOf(setting, settings, text)); });
    parts.removeAll(QString());
    return parts.join(ReportStrings::tr(", ", "between the parts of a list"));
}

Tone toneOf(FindingResult result)
{
    switch (result) {
    case FindingResult::Fault:
        return Tone::Bad;
    case FindingResult::Limit:
    case FindingResult::Caution:
        return Tone::Warning;
    case FindingResult::Unknown:
        return Tone::Soft;
    case FindingResult::Ok:
        break;
    }
    return Tone::Good;
}

} // namespace

QString documentTitle(const Report &report)
{
    return report.title.isEmpty() ? ReportStrings::tr("WebSocket connections")
                                  : ReportText::harmless(report.title, 200);
}

QString noteText(const QString &note)
{
    QStringList lines;
    const QStringList raw = note.left(8000).split(u'\n');
    for (const QString &line : raw)
        lines.append(ReportText::harmless(line, 8000));
    return lines.join(u'\n');
}

QString someNames(const QStringList &names)
{
    constexpr qsizetype mostNamed = 12;
    // One more name takes no more room than saying that there is one.
    const bool areAll = names.size() <= mostNamed + 1;
    QStringList some;
    for (const QString &name : names.mid(0, areAll ? names.size() : mostNamed))
        some.append(ReportText::harmless(name, 120));
    const QString list = some.join(ReportStrings::tr(", ", "between the parts of a list"));
    return areAll ? list
                  : ReportStrings::tr("%1 and %n more", "names of peers", int(names.size() - mostNamed))
                        .arg(list);
}

void addObjectiveList(Document &document, const Report &report, const ReportText &text, size_t most)
{
    if (report.objectives.empty())
        return;
    // The most pressing ones first; those of which nothing is known yet last.
    std::vector<ReportObjective> all = report.objectives;
    std::stable_sort(all.begin(), all.end(), [](const ReportObjective &a, const ReportObjective &b) {
        return a.budgetLeft.value_or(2) < b.budgetLeft.value_or(2);
    });
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Objectives"), {}, Tone::Plain});
    if (all.size() > most)
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("The %1 of %2 with the least error budget left.")
                          .arg(text.count(most), text.count(all.size())),
                      Paragraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {
        {ReportStrings::tr("Peer or group"), false, 1}, {ReportStrings::tr("Objective"), false, 1},
        {ReportStrings::tr("Open (goal)"), true, 0},    {ReportStrings::tr("Pings in time (goal)"), true, 0},
        {ReportStrings::tr("Period"), true, 0},         {ReportStrings::tr("Error budget left"), true, 0}};
    const auto cell = [](const QString &words, Tone tone = Tone::Plain) { return Cell{words, tone, {}, {}}; };
    const auto reached = [&](const std::optional<double> &share, const std::optional<double> &goal) {
        return goal ? ReportStrings::tr("%1 (%2)", "a share; what it should be")
                          .arg(text.share(share), text.share(goal))
                    : QString(Formatter::dash);
    };
    for (const ReportObjective &one : std::span(all).first(std::min(all.size(), most))) {
        const bool isMissed = one.budgetLeft && *one.budgetLeft <= 0;
        QString pings = reached(one.pings, one.pingsGoal);
        if (one.pingsGoal)
            pings += ReportStrings::tr(", within %1", "a latency, after a share of pings")
                         .arg(text.latency(one.within));
        table.rows.push_back(
            {cell(ReportText::harmless(one.of, 120)), cell(ReportText::harmless(one.name, 120)),
             cell(reached(one.open, one.openGoal)), cell(pings), cell(text.duration(one.period)),
             isMissed ? cell(ReportStrings::tr("none: missed"), Tone::Bad)
                      : cell(text.share(one.budgetLeft))});
    }
    document.blocks.push_back(table);
}

void addAlertList(Document &document, const Report &report, const ReportText &text, size_t most)
{
    if (report.alerts.empty())
        return;
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Alerts"), {}, Tone::Plain});
    std::vector<nanoseconds> toNotice;
    std::vector<nanoseconds> toAcknowledge;
    std::vector<nanoseconds> toRecover;
    for (const PastAlert &alert : report.alerts) {
        toNotice.push_back(alert.toNotice());
        if (const auto took = alert.toAcknowledge())
            toAcknowledge.push_back(*took);
        if (const auto took = alert.toRecover())
            toRecover.push_back(*took);
    }
    const auto median = [&text](std::vector<nanoseconds> &times) {
        if (times.empty())
            return QString(Formatter::dash);
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        return text.duration(*middle);
    };
    document.blocks.push_back(
        Paragraph{ReportStrings::tr("Half of %n alerts were told within %1, acknowledged %2 later, and over "
                                    "%3 after the trouble began.",
                                    nullptr, static_cast<int>(report.alerts.size()))
                      .arg(median(toNotice), median(toAcknowledge), median(toRecover)),
                  Paragraph::Kind::Body, Tone::Plain});
    const size_t first = report.alerts.size() - std::min(report.alerts.size(), most);
    if (const quint64 all = report.alerts.size() + report.alertsLeftOut; all > report.alerts.size() - first)
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("The newest %1 of %2.")
                          .arg(text.count(report.alerts.size() - first), text.count(all)),
                      Paragraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {{ReportStrings::tr("Time"), true, 0, true},
                     {ReportStrings::tr("Alert"), false, 3},
                     {ReportStrings::tr("To tell it"), true, 0},
                     {ReportStrings::tr("To acknowledge it"), true, 0},
                     {ReportStrings::tr("To recover"), true, 0}};
    const auto cell = [](const QString &words) { return Cell{words, Tone::Plain, {}, {}}; };
    const auto span = [&](std::optional<nanoseconds> took) {
        return cell(took ? text.duration(*took) : QString(Formatter::dash));
    };
    for (size_t i = first; i < report.alerts.size(); ++i) {
        const PastAlert &alert = report.alerts[i];
        QString what = ReportText::harmless(alert.title, 300);
        if (alert.peers.size() > 1)
            what += QStringLiteral(": ") + someNames(alert.peers);
        if (!alert.note.isEmpty())
            what += QStringLiteral(". ") + ReportText::harmless(alert.note, 300);
        table.rows.push_back({cell(text.moment(alert.firedAt)), cell(what), span(alert.toNotice()),
                              span(alert.toAcknowledge()), span(alert.toRecover())});
    }
    document.blocks.push_back(table);
}

void addFleet(Document &document, const Report &report, const ReportText &text, size_t most)
{
    if (!report.fleet)
        return;
    const ReportFleet &fleet = *report.fleet;
    document.blocks.push_back(
        Document::Heading{2, ReportStrings::tr("Seen by agents in other places"), {}, Tone::Plain});
    document.blocks.push_back(
        Paragraph{ReportText::harmless(fleet.headline, 600), Paragraph::Kind::Body, Tone::Plain});
    QStringList sentences{ReportStrings::tr("A fleet: read from %1 at %2, as seen from %3.")
                              .arg(ReportText::harmless(fleet.source, 200), text.moment(fleet.readAt),
                                   ReportText::harmless(fleet.vantages.join(QStringLiteral(", ")), 600))};
    if (!fleet.problem.isEmpty())
        sentences.append(ReportStrings::tr("It could not be read since: %1.")
                             .arg(ReportText::harmless(fleet.problem, 300)));
    const auto shown = std::min<size_t>(most, static_cast<size_t>(fleet.peers.size()));
    if (shown < static_cast<size_t>(fleet.peers.size()))
        sentences.append(
            ReportStrings::tr("%1 of its %2 peers, those in trouble first; CSV and JSON list all.")
                .arg(text.count(shown), text.count(static_cast<quint64>(fleet.peers.size()))));
    document.blocks.push_back(Paragraph{sentences.join(u' '), Paragraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {{ReportStrings::tr("Peer"), false, 1},
                     {ReportStrings::tr("State"), false, 0.6},
                     {ReportStrings::tr("Vantages"), false, 2},
                     {ReportStrings::tr("What all of them tell"), false, 2}};
    for (size_t i = 0; i < shown; ++i) {
        const ReportFleet::Peer &peer = fleet.peers[static_cast<qsizetype>(i)];
        QStringList sights;
        for (const ReportFleet::Sight &sight : peer.sights)
            sights.append(
                ReportStrings::tr("%1: %2", "a vantage, what it sees").arg(sight.vantage, sight.told));
        const QString name =
            peer.group.isEmpty()
                ? peer.name
                : ReportStrings::tr("%1 (%2)", "a peer, its group").arg(peer.name, peer.group);
        const bool isDown = isWorse(peer.health, Health::Connecting);
        table.rows.push_back(
            {Cell{ReportText::harmless(name, 200), Tone::Plain, {}, {}},
             Cell{ReportText::health(peer.health), isDown ? Tone::Bad : Tone::Plain, {}, {}},
             Cell{ReportText::harmless(sights.join(QStringLiteral("; ")), 600), Tone::Plain, {}, {}},
             Cell{ReportText::harmless(peer.explanation, 600), Tone::Plain, {}, {}}});
    }
    document.blocks.push_back(table);
}

void addNoteList(Document &document, const Report &report, const ReportText &text, size_t most)
{
    if (report.notes.empty())
        return;
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Notes"), {}, Tone::Plain});
    const size_t first = report.notes.size() - std::min(report.notes.size(), most);
    if (first > 0)
        document.blocks.push_back(Paragraph{
            ReportStrings::tr("The newest %1 of %2.").arg(text.count(most), text.count(report.notes.size())),
            Paragraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {{ReportStrings::tr("Flag"), true, 0},
                     {ReportStrings::tr("Time"), true, 0, true},
                     {ReportStrings::tr("Peer"), false, 0.7},
                     {ReportStrings::tr("Note"), false, 3}};
    for (size_t i = first; i < report.notes.size(); ++i) {
        const Note &note = report.notes[i];
        const bool aboutAll = note.peer.isEmpty();
        table.rows.push_back({Cell{text.count(i + 1), Tone::Plain, {}, {}},
                              Cell{text.moment(note.at), Tone::Plain, {}, {}},
                              Cell{aboutAll ? ReportStrings::tr("all") : ReportText::harmless(note.peer, 120),
                                   aboutAll ? Tone::Soft : Tone::Plain,
                                   {},
                                   {}},
                              Cell{ReportText::harmless(note.text, 2000), Tone::Plain, {}, {}}});
    }
    document.blocks.push_back(table);
}

void addExaminations(Document &document, const Report &report, const ReportText &text)
{
    if (report.examinations.empty())
        return;
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Examinations"), {}, Tone::Plain});
    document.blocks.push_back(
        Paragraph{ReportStrings::tr("What each peer, and what is before it, does with connections, as its "
                                    "last examination found it."),
                  Paragraph::Kind::Soft, Tone::Soft});
    for (const ReportExamination &examination : report.examinations) {
        const WallTime newest = examination.newest();
        Document::Table table;
        table.columns = {{ReportStrings::tr("What"), false, 0.7},
                         {ReportStrings::tr("Result"), true, 0, true},
                         {ReportStrings::tr("Finding"), false, 3}};
        for (const auto &[finding, change] : examination.rows) {
            QStringList said{explainFinding(finding)};
            if (!change.isEmpty())
                said.append(change);
            // An examination of a few things only leaves others as they were found earlier.
            if (newest - finding.time > std::chrono::hours(24))
                said.append(ReportStrings::tr("Found on %1.").arg(text.moment(finding.time)));
            table.rows.push_back({Cell{titleOf(finding.kind), Tone::Plain, {}, {}},
                                  Cell{nameOf(finding.result), toneOf(finding.result), {}, {}},
                                  Cell{ReportText::harmless(said.join(u' '), 2000), Tone::Plain, {}, {}}});
        }
        document.blocks.push_back(
            Document::Heading{3, ReportText::harmless(examination.peer, 120),
                              ReportStrings::tr("examined on %1").arg(text.moment(newest)), Tone::Soft});
        document.blocks.push_back(table);
    }
}

void addSettings(Document &document, const Report &report, const ReportText &text)
{
    Document::Table table;
    table.columns = {{ReportStrings::tr("Peer"), false, 1}, {ReportStrings::tr("Settings"), false, 3}};
    std::vector<QStringList> names; // of each row
    for (const ReportPeer &peer : report.peers) {
        if (!peer.settingsKnown)
            continue;
        QString sentence = settingsSentence(peer.settings, text);
        if (peer.settingsSince)
            sentence = ReportStrings::tr("%1 (since %2; others before)")
                           .arg(sentence, text.moment(*peer.settingsSince));
        // Peers with the same settings share a row.
        const auto same =
            std::find_if(table.rows.begin(), table.rows.end(),
                         [&sentence](const std::vector<Cell> &row) { return row[1].text == sentence; });
        if (same != table.rows.end()) {
            names[static_cast<size_t>(same - table.rows.begin())].append(peer.name);
        } else {
            table.rows.push_back({Cell{}, Cell{sentence, Tone::Plain, {}, {}}});
            names.push_back({peer.name});
        }
    }
    if (table.rows.empty())
        return;
    for (size_t i = 0; i < names.size(); ++i) {
        const bool areAll = names.size() == 1 && report.peers.size() > 1 &&
                            static_cast<size_t>(names[i].size()) == report.peers.size();
        table.rows[i][0].text = areAll ? ReportStrings::tr("all") : someNames(names[i]);
    }
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Settings used"), {}, Tone::Plain});
    document.blocks.push_back(table);
}

void addMethod(Document &document, const Report &report, const ReportText &text)
{
    quint64 lagged = 0;
    quint64 pings = 0;
    for (const ReportPeer &peer : report.peers) {
        lagged += peer.statistics.lagged;
        pings += peer.statistics.pings;
    }
    document.blocks.push_back(
        Document::Heading{2, ReportStrings::tr("How it was measured"), {}, Tone::Plain});
    QStringList sentences{
        ReportStrings::tr(
            "Round-trip times run from the moment a ping frame is handed to the socket to the moment its "
            "pong is read, on a steady clock; quantiles are exact to 1 %."),
        ReportStrings::tr(
            "Open is the share of the time in which a connection was open, of the time in which it was "
            "watched: when the observer did not run, its machine was suspended, or the peer was paused, "
            "does not count. An outage lasts from the loss of a connection to the next one."),
        ReportStrings::tr(
            "A ping times out when no pong comes within the ping timeout; the loss counts those, and "
            "not the pings that were under way when a connection ended.")};
    if (report.worstLag)
        sentences.append(ReportStrings::tr("The observer itself was at most %1 late.")
                             .arg(text.latency(*report.worstLag)));
    sentences.append(
        ReportStrings::tr("%1 of %2 pings were sent or answered while the observer was more than 5 ms "
                          "late.")
            .arg(text.count(lagged), text.count(pings)));
    document.blocks.push_back(Paragraph{sentences.join(u' '), Paragraph::Kind::Body, Tone::Plain});
    if (!report.source.isEmpty())
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("From the history in %1.")
                          .arg(ReportText::harmless(QFileInfo(report.source).fileName(), 300)),
                      Paragraph::Kind::Soft, Tone::Soft});
}

} // namespace Pongwatch
