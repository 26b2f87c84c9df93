// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/pinglines.h"

#include <QHash>
#include <QList>

#include <deque>

namespace Pongwatch
{

/// One line a beat with a column for each of several peers, and lines of their own for what else happens. A
/// line comes as soon as all of its pings are settled, at the latest at the next beat; what comes later has a
/// line of its own.
class PingColumns final : public PingLines
{
public:
    PingColumns(OutputStream &stream, const PingManners &manners);

    void started(const std::deque<PeerRecord> &peers, WallTime time) override;
    void sample(const PeerRecord &peer, const PingSample &sample) override;
    void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) override;
    void ending() override;
    void pingDue(qsizetype peer, quint64 beat) override;

protected:
    void pingSent(qsizetype peer, const PingSent &ping) override;

private:
    struct Row {
        quint64 beat = 0;
        QStringList cells; ///< a null string: its ping is still out
    };
    [[nodiscard]] QString *openCell(qsizetype peer, quint64 beat);
    void print(const Row &row);
    void printWhole();

    QStringList m_names;
    std::deque<Row> m_rows;                  ///< that are not printed yet
    QList<quint64> m_told;                   ///< by peer: of so many beats is known whether a ping was sent
    QList<QHash<quint32, quint64>> m_beatOf; ///< by peer: which beat a ping that is out belongs to
    bool m_heading = false;
};

} // namespace Pongwatch
