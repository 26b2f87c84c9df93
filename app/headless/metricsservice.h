// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/metricsoptions.h"
#include "metrics/server/metricsserver.h"

#include <memory>

namespace Pongwatch
{

/// Counts what is measured and serves it. The server's thread only ever reads the book.
struct MetricsService {
    explicit MetricsService(const MetricsRequest &request)
        : book(request.options)
        , server([this] { return book.snapshot(); })
        , m_request(request)
    {
    }

    [[nodiscard]] Outcome start()
    {
        return server.start(m_request.listen.address, m_request.listen.port, m_request.webConfig);
    }

    MetricsBook book;
    MetricsServer server; ///< ends before what it reads

private:
    MetricsRequest m_request;
};

} // namespace Pongwatch
