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

/// Runs `work` on a thread of its own and returns its result, or nullopt if it takes longer than `patience`.
/// The thread is then abandoned, so `work` must own everything that it uses. For calls that can hang on a
/// disk or network that does not answer. May be called on any thread.
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
