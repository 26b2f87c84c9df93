// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// Something that a workspace wants beyond unencrypted connections without credentials: something of this
/// user's (a variable, a secret, a file) for a host, or trust in a host without a check.
struct WorkspaceDemand {
    enum class Kind : quint8 {
        Variable,       ///< an environment variable's value is sent to the receiver
        KeychainEntry,  ///< a secret of the keychain is sent to the receiver
        File,           ///< a file of this machine is read for connections to the receiver
        NoVerification, ///< the receiver's certificate is not verified; `name` is empty
        Proxy,          ///< what goes to the receiver goes through this host
        Command,        ///< a program of this machine is run for alerts; `receiver` is "alerts"
        Alerts,         ///< alerts are sent to the receiver; `name` is empty
    };

    Kind kind = Kind::Variable;
    QString name;      ///< of the variable or entry; the path of the file; the address of the proxy
    QString receiver;  ///< "wss://host:443": where it is sent; the host in letters of ASCII
    QStringList peers; ///< the names of the profiles that want it; not part of the demand itself

    friend bool operator==(const WorkspaceDemand &a, const WorkspaceDemand &b)
    {
        return a.kind == b.kind && a.name == b.name && a.receiver == b.receiver;
    }
};

/// Everything that the profile wants, whether or not it is enabled.
[[nodiscard]] QList<WorkspaceDemand> demandsOf(const Workspace &workspace, const ProfilePlace &place);

/// The same for all of its profiles, and for its alerts, each demand once, in the order of kinds and of the
/// file.
[[nodiscard]] QList<WorkspaceDemand> demandsOf(const Workspace &workspace);

/// Those of `all` that are not in `known`.
[[nodiscard]] QList<WorkspaceDemand> demandsWithout(const QList<WorkspaceDemand> &all,
                                                    const QList<WorkspaceDemand> &known);

/// What an edit brings into a workspace, and may be taken as the user's own: without what a stranger had put
/// there before (`untrustedBefore`), even if the edit has turned it to another host.
[[nodiscard]] QList<WorkspaceDemand> demandsEntered(const QList<WorkspaceDemand> &after,
                                                    const QList<WorkspaceDemand> &before,
                                                    const QList<WorkspaceDemand> &untrustedBefore);

/// All that the ways want by which alerts are told; `peers` has the ways' names.
[[nodiscard]] QList<WorkspaceDemand> demandsOf(const AlertWay &way);

/// "environment variable $TOKEN", "keychain entry “edge-1”", "file /etc/ca.pem", "certificate not verified",
/// "proxy http://10.0.0.1:3128", "the command /bin/mail …": what is wanted, without the receiver. One line,
/// harmless, and whole: what is cut off is what somebody else would hide.
[[nodiscard]] QString demandInWords(const WorkspaceDemand &demand);

/// The receiver, on one line, harmless, and whole.
[[nodiscard]] QString receiverInWords(const WorkspaceDemand &demand);

/// "variable", "keychain", "file", "no-verification", "proxy", "command" or "alerts", for programs.
[[nodiscard]] QLatin1String toWord(WorkspaceDemand::Kind kind);

} // namespace Pongwatch
