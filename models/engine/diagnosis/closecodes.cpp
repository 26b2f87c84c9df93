// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/closecodes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct CloseCodesStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CloseCodes)
};

/// A row of the table. Texts are translated when they are needed.
struct CloseCode {
    quint16 code;
    const char *name;
    const char *advice;
};

constexpr std::array closeCodes{
    CloseCode{1000, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "normal"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "A clean end: the peer was done.")},
    CloseCode{1001, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "going away"),
              QT_TRANSLATE_NOOP(
                  "Pongwatch::CloseCodes",
                  "The server is shutting down, or its page was left: reconnect after a random delay.")},
    CloseCode{
        1002, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "protocol error"),
        QT_TRANSLATE_NOOP(
            "Pongwatch::CloseCodes",
            "The peer received frames that break the protocol: a proxy in between may have damaged them.")},
    CloseCode{
        1003, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "unsupported data"),
        QT_TRANSLATE_NOOP(
            "Pongwatch::CloseCodes",
            "The peer refused a type of message: text where it expects binary, or the other way around.")},
    CloseCode{1005, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "no code"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "A clean close; the peer gave no reason.")},
    CloseCode{1006, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "no Close frame"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The connection ended without a Close frame.")},
    CloseCode{1007, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "invalid data"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The peer refused text that is not valid UTF-8.")},
    CloseCode{1008, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "policy violation"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "The server refuses this client, because of its permissions or a rate limit: "
                                "check the credentials and don't retry in a tight loop.")},
    CloseCode{1009, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "message too big"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The peer refused a message because of its size.")},
    CloseCode{1010, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "extension missing"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "The peer requires an extension that was not negotiated.")},
    CloseCode{1011, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "internal error"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "Something failed inside the server: look for an exception in its log.")},
    CloseCode{
        1012, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "restart"),
        QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The server is restarting and should be back soon.")},
    CloseCode{1013, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "try again later"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "The server is overloaded: wait longer before the next dial.")},
    CloseCode{1014, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "bad gateway"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "The server is a gateway, and the server behind it is down: look there.")},
    CloseCode{1015, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "TLS failed"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "No secure connection could be established.")},
    CloseCode{3000, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "unauthorized"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The server requires other credentials.")},
    CloseCode{3003, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "forbidden"),
              QT_TRANSLATE_NOOP("Pongwatch::CloseCodes",
                                "The server knows this client and still refuses it: check the permissions.")},
    CloseCode{
        3008, QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "timeout"),
        QT_TRANSLATE_NOOP("Pongwatch::CloseCodes", "The peer waited too long for data from this side.")},
};

const CloseCode *find(quint16 code)
{
    const auto *const found = std::find_if(closeCodes.begin(), closeCodes.end(),
                                           [code](const CloseCode &line) { return line.code == code; });
    return found == closeCodes.end() ? nullptr : found;
}

} // namespace

QString closeCodeName(quint16 code)
{
    if (const CloseCode *const line = find(code))
        return CloseCodesStrings::tr(line->name);
    constexpr quint16 firstRegistered = 3000;
    constexpr quint16 firstPrivate = 4000;
    constexpr quint16 firstInvalid = 5000;
    if (code >= firstRegistered && code < firstPrivate) {
        //: a close code of 3000 to 3999
        return CloseCodesStrings::tr("registered code");
    }
    if (code >= firstPrivate && code < firstInvalid) {
        //: a close code of 4000 to 4999
        return CloseCodesStrings::tr("private code");
    }
    //: a close code that RFC 6455 does not know
    return CloseCodesStrings::tr("unknown code");
}

QString closeCodeAdvice(quint16 code)
{
    const CloseCode *const line = find(code);
    return line == nullptr ? QString() : CloseCodesStrings::tr(line->advice);
}

} // namespace Pongwatch
