// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "fleet/queryanswer.h"
#include "fleet/querycache.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

class QNetworkReply;
class QUrlQuery;

namespace Pongwatch
{

/// Asks a Prometheus, or whatever has its HTTP API, for series. Of the settings it takes URL (http or https,
/// the API below it), authentication, headers, TLS and proxy. Answers are bounded in size and time; redirects
/// are not followed, since credentials would go with them. Lives on one thread, on which answers are read as
/// well: one whose delays don't matter.
class QueryClient : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<QList<QueriedSeries>> &)>;

    static constexpr qint64 mostBytes = 64 * 1024 * 1024; ///< of an answer
    static constexpr milliseconds patience = seconds(30);

    explicit QueryClient(const ConnectionSettings &settings, QObject *parent = nullptr);
    ~QueryClient() override;

    /// Whether it can ask at all: its files for TLS can be read, and its proxy be used.
    [[nodiscard]] const Outcome &usable() const { return m_usable; }

    /// What an expression is now. Each receiver is called once, later, unless the client ends before.
    void query(const QString &expression, const Receiver &receiver);
    /// What it was from then to then, a point for each step, at whole multiples of the step since 1970: so
    /// that the same stretch, asked for a little later, is the same question. Its answer is kept for a while
    /// (QueryCache): for 10 s, and longer if all of it is in the past.
    void queryRange(const QString &expression, WallTime from, WallTime to, seconds step,
                    const Receiver &receiver);
    /// The series there were that a selector matches.
    void series(const QString &selector, WallTime from, WallTime to, const Receiver &receiver);

private:
    void ask(const QString &endpoint, const QUrlQuery &form, const Receiver &receiver);
    [[nodiscard]] Result<QList<QueriedSeries>> answerOf(QNetworkReply &reply) const;

    ConnectionSettings m_settings;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    QueryCache m_cache; ///< of ranges
    Outcome m_usable = success();
};

} // namespace Pongwatch
