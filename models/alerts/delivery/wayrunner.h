// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Pongwatch
{

class WebhookPost;

/// Makes single attempts at deliveries, whatever their way. Blocks nowhere; for one thread. What still runs
/// when it is deleted is ended.
class WayRunner : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const DeliveryResult &)>;

    /// `patience`: how long a server may say nothing.
    explicit WayRunner(milliseconds patience = seconds(30), QObject *parent = nullptr);
    ~WayRunner() override;

    /// `done` is called once, later, unless this is deleted before.
    void attempt(const ReadyWay &way, const Delivery &delivery, const Done &done);

private:
    std::unique_ptr<WebhookPost> m_post;
};

/// Whether deliveries by that way can have a picture.
[[nodiscard]] bool takesPicture(const AlertWay &way);

} // namespace Pongwatch
