// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/pinglines.h"

#include <QHash>
#include <QList>

#include <deque>

namespace Pongwatch
{

/// One line per beat with a column for each of several peers, and separate lines for other events. A line is
/// printed as soon as all its pings are settled, at the latest at the next beat; results that come later get
/// a line of their own.
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
        QStringList cells; ///< a null string: its ping is still in flight
    };
    [[nodiscard]] QString *openCell(qsizetype peer, quint64 beat);
    void print(const Row &row);
    void printWhole();

    QStringList m_names;
    std::deque<Row> m_rows;                  ///< those not yet printed
    QList<quint64> m_told;                   ///< by peer: for how many beats we know whether a ping was sent
    QList<QHash<quint32, quint64>> m_beatOf; ///< by peer: the beat of each ping in flight
    bool m_heading = false;
};

} // namespace Pongwatch
