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

/// Asks Prometheus, or anything else with its HTTP API, for series. Of the settings it uses the URL (http or
/// https, with the API below it), authentication, headers, TLS and proxy. Answers are limited in size and
/// time. Redirects are not followed, because credentials would be sent along. Lives on one thread, where
/// answers are parsed as well, so it should be one whose delays don't matter.
class QueryClient : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<QList<QueriedSeries>> &)>;

    static constexpr qint64 mostBytes = 64 * 1024 * 1024; ///< of an answer
    static constexpr milliseconds patience = seconds(30);

    explicit QueryClient(const ConnectionSettings &settings, QObject *parent = nullptr);
    ~QueryClient() override;

    /// Whether it can ask at all: whether its files for TLS can be read and its proxy can be used.
    [[nodiscard]] const Outcome &usable() const { return m_usable; }

    /// The value of an expression now. Each receiver is called once, later, unless the client is destroyed
    /// first.
    void query(const QString &expression, const Receiver &receiver);
    /// What it was from then to then, a point for each step, at whole multiples of the step since 1970: so
    /// that the same stretch, asked for a little later, is the same question. Its answer is kept for a while
    /// (QueryCache): for 10 s, and longer if all of it is in the past.
    void queryRange(const QString &expression, WallTime from, WallTime to, seconds step,
                    const Receiver &receiver);
    /// The series that match a selector.
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
