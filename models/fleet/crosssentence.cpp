// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/crosssentence.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostNamed = 4;

struct FleetStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Fleet)
};

QString whatIsSeen(const CrossVerdict &verdict)
{
    const QString down = namesOf(verdict.telling);
    switch (verdict.kind) {
    case CrossVerdict::Kind::VantageNetwork:
        if (verdict.up.isEmpty())
            return FleetStrings::tr("Down from vantages that reach nothing of what others reach (%1); no "
                                    "other vantage can tell")
                .arg(down);
        return FleetStrings::tr("Down only from vantages that reach nothing of what others reach (%1)")
            .arg(down);
    case CrossVerdict::Kind::Way:
        return FleetStrings::tr("Down from %1, up from %2").arg(down, namesOf(verdict.up));
    case CrossVerdict::Kind::ProviderNetwork:
        return FleetStrings::tr("Down from all vantages of %1 (%2), up from %3")
            .arg(verdict.provider, down, namesOf(verdict.up));
    case CrossVerdict::Kind::Peer:
        return FleetStrings::tr("Down from all vantages that tell (%1)").arg(down);
    case CrossVerdict::Kind::OneView:
        return FleetStrings::tr("Down from %1; no other vantage can tell").arg(down);
    case CrossVerdict::Kind::Up:
    case CrossVerdict::Kind::Unknown:
        break;
    }
    return {};
}

QString whereToLook(const CrossVerdict &verdict)
{
    switch (verdict.kind) {
    case CrossVerdict::Kind::VantageNetwork:
        return FleetStrings::tr("Look at the network of %1.").arg(namesOf(verdict.down));
    case CrossVerdict::Kind::Way:
        return FleetStrings::tr("Look at the way from there to the peer.");
    case CrossVerdict::Kind::ProviderNetwork:
        return FleetStrings::tr("Look at the network of %1.").arg(verdict.provider);
    case CrossVerdict::Kind::Peer:
        return FleetStrings::tr("Look at the peer, or at what is before it.");
    case CrossVerdict::Kind::OneView:
        return FleetStrings::tr("That may be the peer, or the way to it.");
    case CrossVerdict::Kind::Up:
    case CrossVerdict::Kind::Unknown:
        break;
    }
    return {};
}

} // namespace

QString namesOf(const QStringList &vantages)
{
    if (vantages.size() <= mostNamed)
        return vantages.join(QStringLiteral(", "));
    const QString first = vantages.mid(0, mostNamed - 1).join(QStringLiteral(", "));
    return FleetStrings::tr("%1 and %2 more").arg(first).arg(vantages.size() - mostNamed + 1);
}

QString crossInShort(const CrossVerdict &verdict)
{
    switch (verdict.kind) {
    case CrossVerdict::Kind::Up:
        break;
    case CrossVerdict::Kind::Unknown:
        return FleetStrings::tr("Nothing is heard from any vantage");
    case CrossVerdict::Kind::VantageNetwork:
        return FleetStrings::tr("Cut off: %1").arg(namesOf(verdict.down));
    case CrossVerdict::Kind::Way:
        return FleetStrings::tr("Down from %1 only").arg(namesOf(verdict.telling));
    case CrossVerdict::Kind::ProviderNetwork:
        return FleetStrings::tr("Down from %1 only").arg(verdict.provider);
    case CrossVerdict::Kind::Peer:
        return FleetStrings::tr("Down from all that tell");
    case CrossVerdict::Kind::OneView:
        return FleetStrings::tr("Down from %1; no other can tell").arg(namesOf(verdict.telling));
    }
    return {};
}

QString crossSentence(const CrossVerdict &verdict, const Formatter &format, WallTime now)
{
    if (verdict.kind == CrossVerdict::Kind::Unknown)
        return FleetStrings::tr(
            "Nothing is heard from any vantage that watches it, so nothing is known about it.");
    QStringList sentences;
    if (const QString seen = whatIsSeen(verdict); !seen.isEmpty()) {
        sentences.append(verdict.since
                             ? FleetStrings::tr("%1, since %2.").arg(seen, format.moment(*verdict.since, now))
                             : seen + u'.');
        sentences.append(whereToLook(verdict));
    }
    if (verdict.telling.size() < verdict.down.size()) {
        QStringList cut = verdict.down;
        cut.removeIf([&verdict](const QString &vantage) { return verdict.telling.contains(vantage); });
        sentences.append(
            FleetStrings::tr("What %1 sees does not count: nothing that others reach is reached from there.")
                .arg(namesOf(cut)));
    }
    if (!verdict.silent.isEmpty())
        sentences.append(FleetStrings::tr("Nothing is heard from %1, which says nothing about the peer.")
                             .arg(namesOf(verdict.silent)));
    return sentences.join(u' ');
}

} // namespace Pongwatch
