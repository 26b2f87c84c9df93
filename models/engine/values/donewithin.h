// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace Pongwatch
{

/// What `work` gives, done on a thread of its own; nullopt when that takes longer than `patience`. The thread
/// is then left to itself: `work` owns all that it uses. For calls that a disk or a network which does not
/// answer can hold up. Any thread.
template <typename T>
[[nodiscard]] std::optional<T> doneWithin(milliseconds patience, std::function<T()> work)
{
    struct Tray {
        std::mutex mutex;
        std::condition_variable filled;
        std::optional<T> result;
    };
    const auto tray = std::make_shared<Tray>();
    std::thread([tray, work = std::move(work)] {
        T result = work();
        const std::lock_guard guard(tray->mutex);
        tray->result = std::move(result);
        tray->filled.notify_all();
    }).detach();
    std::unique_lock lock(tray->mutex);
    if (!tray->filled.wait_for(lock, patience, [&tray] { return tray->result.has_value(); }))
        return std::nullopt;
    return std::move(tray->result);
}

} // namespace Pongwatch
