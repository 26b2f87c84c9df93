// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace Pongwatch
{

/// Why something failed, as a value: what was being done, to what, and what the system answered.
struct Error {
    QString doing;   ///< "reading the workspace"
    QString subject; ///< "/home/ada/prod.pongwatch"; may be empty
    QString answer;  ///< "Permission denied"

    /// One sentence for people: "reading the workspace “/home/ada/prod.pongwatch”: Permission denied".
    [[nodiscard]] QString sentence() const;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either a value or the error that explains why there is none. Never both, never neither. `E` is Error, or a
/// type that says more.
template <typename T, typename E = Error>
class [[nodiscard]] Result
{
public:
    // Implicit on purpose: `return value;` and `return Error{…};` are what a Result is for.
    // NOLINTBEGIN(google-explicit-constructor)
    Result(T value)
        : m_content(std::move(value))
    {
    }
    Result(E error)
        : m_content(std::move(error))
    {
    }
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; call only if ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_content); }
    [[nodiscard]] T &value() & { return std::get<0>(m_content); }
    /// By value, not as a reference into what is about to go: for (… : read().value()) must be safe.
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_content)); }

    /// The error; call only if not ok().
    [[nodiscard]] const E &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, E> m_content;
};

/// The result of actions that return nothing but can fail.
using Outcome = Result<std::monostate>;
[[nodiscard]] inline Outcome success()
{
    return Outcome(std::monostate{});
}

} // namespace Pongwatch
