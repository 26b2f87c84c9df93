// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Whether a line begins a call that opens a connection in a script: fetch(…), new WebSocket(…), connect(…)
/// of python-websockets, Invoke-WebRequest, or what browsers put in front of the latter.
[[nodiscard]] bool isScriptStart(const QString &text);

/// Whether a line gives a name a list or an object that begins there: "headers = {".
[[nodiscard]] bool isOpenAssignment(const QString &line);

/// Whether a text is a program, in any language, rather than a list or a table: declarations, imports, calls
/// that end in semicolons.
[[nodiscard]] bool looksLikeProgram(const QString &text);

/// Follows the brackets of a call as its lines come, each looked at once.
class ScriptBalance
{
public:
    /// What isScriptStart() said yes to.
    explicit ScriptBalance(const QString &begin);

    void add(QStringView more);

    /// A quote that is open at the end of a line is one of prose: only brackets go on.
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }

private:
    bool m_isPowerShell;
    bool m_isEscaped = false;
    int m_depth = 0;
    QChar m_quote;
};

/// Reads such calls. Nothing is run: only texts, lists and objects that stand there as they are, are
/// understood.
class ScriptReader
{
public:
    /// Before the first call: the whole text. Where a call in it names what stands elsewhere, assignments are
    /// taken, too.
    void expect(const QString &text);
    [[nodiscard]] bool wantsAssignments() const { return m_wantsAssignments; }
    /// "name = …" that a call may want; false when it is none.
    bool takeAssignment(const QString &text, const QString &place);
    /// False when it is no such call after all.
    bool take(const QString &text, const QString &place, ImportResult &result);
    /// Tells of what was gathered and belongs to no call.
    void finish(ImportResult &result);

private:
    [[nodiscard]] QString resolved(const QString &expression);
    bool takeCall(const QString &text, const QString &place, ImportResult &result);
    bool takePowerShell(const QString &text, const QString &place, ImportResult &result);
    bool takePythonContext(const QString &text, const QString &place);
    void invoke(const QStringList &words, const QString &place, ImportResult &result);

    /// What stands in front of the call that it is for.
    struct Prepared {
        QString place;
        QString userAgent;
        QStringList cookies;
        struct Header {
            QString name;
            QString value;
            QString place;
        };
        QList<Header> headers; ///< of PowerShell's table
        bool insecure = false;
        QString caFile;
        QString certificate;
        QString key;
    };
    Prepared m_prepared;

    /// What a name was given to stand for.
    struct Assigned {
        QString expression;
        QString place;
        bool isUsed = false;
    };
    QHash<QString, Assigned> m_assigned;
    bool m_wantsAssignments = false;
};

} // namespace Pongwatch
