// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documentparts.h"

#include "reports/reportstrings.h"
#include "settings/settingstable.h"

#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using Paragraph = Document::Paragraph;
using Cell = Document::Table::Cell;

/// What a report says of a setting; empty: nothing.
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
        return value ? phrase.arg(text.seconds(*value)) : phrase;
    else if constexpr (std::is_same_v<T, SlowLimit>)
        return value.after ? phrase.arg(text.seconds(*value.after)) : phrase;
    else if constexpr (std::is_same_v<T, nanoseconds>)
        return phrase.arg(text.seconds(value));
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

void addSettings(Document &document, const Report &report, const ReportText &text)
{
    Document::Table table;
    table.columns = {{ReportStrings::tr("Peer"), false, 1}, {ReportStrings::tr("Settings"), false, 3}};
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
        const QString name = ReportText::harmless(peer.name, 60);
        if (same != table.rows.end())
            (*same)[0].text += ReportStrings::tr(", ", "between the parts of a list") + name;
        else
            table.rows.push_back({Cell{name, Tone::Plain, {}, {}}, Cell{sentence, Tone::Plain, {}, {}}});
    }
    if (table.rows.empty())
        return;
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
