// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Whether a line starts a call that opens a connection in a script: fetch(…), new WebSocket(…),
/// python-websockets' connect(…), Invoke-WebRequest, or what browsers put before the latter.
[[nodiscard]] bool isScriptStart(const QString &text);

/// Whether a line assigns a list or object that begins there to a name: "headers = {".
[[nodiscard]] bool isOpenAssignment(const QString &line);

/// Whether a text is a program, in any language, rather than a list or a table: it has declarations, imports,
/// or calls that end in semicolons.
[[nodiscard]] bool looksLikeProgram(const QString &text);

/// Follows the brackets of a call as its lines come, examining each line once.
class ScriptBalance
{
public:
    /// A line for which isScriptStart() is true.
    explicit ScriptBalance(const QString &begin);

    void add(QStringView more);

    /// A quote still open at the end of a line is prose: only brackets continue.
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }

private:
    bool m_isPowerShell;
    bool m_isEscaped = false;
    int m_depth = 0;
    QChar m_quote;
};

/// Reads such calls. Nothing is run: only literal strings, lists and objects are
/// understood.
class ScriptReader
{
public:
    /// Call it with the whole text before the first call. If a call in it uses names defined elsewhere,
    /// assignments are read, too.
    void expect(const QString &text);
    [[nodiscard]] bool wantsAssignments() const { return m_wantsAssignments; }
    /// Reads "name = …" that a call may need; returns false if it isn't one.
    bool takeAssignment(const QString &text, const QString &place);
    /// Returns false if it isn't such a call after all.
    bool take(const QString &text, const QString &place, ImportResult &result);
    /// Notes what was collected but belongs to no call.
    void finish(ImportResult &result);

private:
    [[nodiscard]] QString resolved(const QString &expression);
    bool takeCall(const QString &text, const QString &place, ImportResult &result);
    bool takePowerShell(const QString &text, const QString &place, ImportResult &result);
    bool takePythonContext(const QString &text, const QString &place);
    void invoke(const QStringList &words, const QString &place, ImportResult &result);

    /// Statements that prepare the call after them.
    struct Prepared {
        QString place;
        QString userAgent;
        QStringList cookies;
        struct Header {
            QString name;
            QString value;
            QString place;
        };
        QList<Header> headers; ///< from PowerShell's table
        bool insecure = false;
        QString caFile;
        QString certificate;
        QString key;
    };
    Prepared m_prepared;

    /// The value assigned to a name.
    struct Assigned {
        QString expression;
        QString place;
        bool isUsed = false;
    };
    QHash<QString, Assigned> m_assigned;
    bool m_wantsAssignments = false;
};

} // namespace Pongwatch
