// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tlssetup.h"

#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <mutex>
#include <thread>

namespace Pongwatch
{

/// Where threads find the object that started them, while it exists.
struct TlsSetup::Mailbox {
    std::mutex mutex;
    TlsSetup *owner = nullptr;
};

struct TlsSetup::Reading {
    struct Waiter {
        quint64 number = 0;
        QPointer<QObject> context;
        Receiver receiver;
    };
    quint64 number = 0;
    TlsSettings settings;
    std::vector<Waiter> waiters;
};

TlsSetup::TlsSetup(milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
}

TlsSetup::~TlsSetup()
{
    const std::lock_guard guard(m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

void TlsSetup::prepare(const TlsSettings &settings, QObject *context, Receiver receiver)
{
    if (settings.caFile.isEmpty() && settings.clientCertificate.isEmpty() && settings.clientKey.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [settings, receiver = std::move(receiver)] { receiver(makeTlsConfiguration(settings)); },
            Qt::QueuedConnection);
        return;
    }
    auto reading = std::find_if(m_readings.begin(), m_readings.end(),
                                [&settings](const Reading &other) { return other.settings == settings; });
    const bool isNew = reading == m_readings.end();
    if (isNew) {
        m_readings.push_back({++m_lastNumber, settings, {}});
        reading = m_readings.end() - 1;
    }
    const quint64 number = reading->number;
    const quint64 waiter = ++m_lastNumber;
    reading->waiters.push_back({waiter, context, std::move(receiver)});
    QTimer::singleShot(m_patience, this, [this, number, waiter] { giveUp(number, waiter); });
    if (!isNew)
        return;
    std::thread([mailbox = m_mailbox, settings, number] {
        const Result<QSslConfiguration> configuration = makeTlsConfiguration(settings);
        const std::lock_guard guard(mailbox->mutex);
        if (TlsSetup *owner = mailbox->owner)
            QMetaObject::invokeMethod(
                owner, [owner, number, configuration] { owner->take(number, configuration); },
                Qt::QueuedConnection);
    }).detach();
}

void TlsSetup::take(quint64 number, const Result<QSslConfiguration> &configuration)
{
    const auto found = std::find_if(m_readings.begin(), m_readings.end(),
                                    [number](const Reading &reading) { return reading.number == number; });
    if (found == m_readings.end())
        return;
    const std::vector<Reading::Waiter> waiters = std::move(found->waiters);
    m_readings.erase(found);
    for (const Reading::Waiter &waiter : waiters)
        if (waiter.context)
            waiter.receiver(configuration);
}

void TlsSetup::giveUp(quint64 number, quint64 waiter)
{
    const auto found = std::find_if(m_readings.begin(), m_readings.end(),
                                    [number](const Reading &reading) { return reading.number == number; });
    if (found == m_readings.end())
        return;
    const auto its = std::find_if(found->waiters.begin(), found->waiters.end(),
                                  [waiter](const Reading::Waiter &one) { return one.number == waiter; });
    if (its == found->waiters.end())
        return;
    const Reading::Waiter one = std::move(*its);
    const TlsSettings settings = found->settings;
    found->waiters.erase(its);
    if (!one.context)
        return;
    const QString files = QStringList({settings.caFile, settings.clientCertificate, settings.clientKey})
                              .join(u' ')
                              .simplified()
                              .replace(u' ', QStringLiteral(", "));
    one.receiver(
        Error{QCoreApplication::translate("Pongwatch::TlsConfiguration", "reading the files for TLS"), files,
              slowFileSentence(m_patience)});
}

} // namespace Pongwatch
