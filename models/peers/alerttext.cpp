// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/alerttext.h"

#include "peers/peerfinding.h"
#include "text/wording.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

constexpr size_t mostNames = 5;

/// Gives the texts a context to be translated in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AlertText)
};

QString nameOf(const PeerBook &book, PeerId peer)
{
    const PeerRecord *record = book.record(peer);
    return record ? Wording::harmless(record->name(), 60) : QString();
}

QString names(const PeerBook &book, const std::vector<Alert::Item> &items)
{
    QStringList all;
    for (size_t i = 0; i < std::min(items.size(), mostNames); ++i)
        all.append(nameOf(book, items[i].peer));
    const QString listed = QLocale().createSeparatedList(all);
    if (items.size() <= mostNames)
        return listed;
    return Texts::tr("%1 and %n more", "names", static_cast<int>(items.size() - mostNames))
        .arg(all.join(Texts::tr(", ", "between names")));
}

} // namespace

AlertText troubleText(const PeerBook &book, const Alert &alert)
{
    if (alert.inTrouble.empty())
        return {};
    if (alert.inTrouble.size() > 1) {
        return {Texts::tr("%n peers in trouble", nullptr, static_cast<int>(alert.inTrouble.size())),
                names(book, alert.inTrouble)};
    }
    const PeerRecord *record = book.record(alert.inTrouble.front().peer);
    if (!record)
        return {};
    if (record->hold()) {
        return {Texts::tr("%1: %2", "peer: state")
                    .arg(nameOf(book, record->id()), Wording::health(record->standing())),
                Wording::holdSentence(*record->hold())};
    }
    if (const PeerFinding finding(*record); finding.kind() == PeerFinding::Kind::Stale) {
        return {Texts::tr("%1: %2", "peer: state")
                    .arg(nameOf(book, record->id()), Wording::health(record->standing())),
                finding.sentence()};
    }
    const auto verdict = record->lastVerdict();
    const bool timedOut = record->health() == Health::TimedOut;
    return {Texts::tr("%1: %2", "peer: state")
                .arg(nameOf(book, record->id()), Wording::health(record->standing())),
            verdict && !timedOut
                ? Wording::endSentence(*verdict)
                : Texts::tr("Since %1.")
                      .arg(Wording::format().moment(alert.inTrouble.front().since, book.now()))};
}

AlertText recoveryText(const PeerBook &book, const Alert &alert)
{
    if (alert.recovered.empty())
        return {};
    if (alert.recovered.size() > 1) {
        return {Texts::tr("%n peers have recovered", nullptr, static_cast<int>(alert.recovered.size())),
                names(book, alert.recovered)};
    }
    const Alert::Item &one = alert.recovered.front();
    return {Texts::tr("%1 has recovered", "a peer's name").arg(nameOf(book, one.peer)),
            Texts::tr("It had been in trouble for %1.").arg(Wording::format().age(book.now() - one.since))};
}

} // namespace Pongwatch
