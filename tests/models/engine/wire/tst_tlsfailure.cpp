// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tlsfailure.h"
#include "tests/models/engine/wire/certificateworkshop.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QTest>

using namespace Pongwatch;
using TestSupport::CertificateWorkshop;

Q_DECLARE_METATYPE(Pongwatch::TlsFault)
Q_DECLARE_METATYPE(std::optional<Pongwatch::TlsFault>)

class TestTlsFailure : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfOpenSsl_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("certificate");
        QTest::addColumn<TlsFault>("fault");
        QTest::addColumn<bool>("byPeer");
        const auto row = [](const char *name, quint32 reason, bool certificate, TlsFault fault, bool byPeer) {
            const quint32 number = (20U << 23U) | reason;
            QTest::newRow(name) << QStringLiteral("Fehler: error:%1:lib::Grund")
                                       .arg(number, 8, 16, QLatin1Char('0'))
                                       .toUpper()
                                       .replace(QLatin1String("ERROR:"), QLatin1String("error:"))
                                << certificate << fault << byPeer;
        };
        row("alert: handshake failure", 1040, false, TlsFault::NoCommonParameters, true);
        row("alert: bad certificate, and there was none", 1042, false, TlsFault::CertificateRequired, true);
        row("alert: bad certificate", 1042, true, TlsFault::CertificateRefused, true);
        row("alert: expired", 1045, true, TlsFault::CertificateRefused, true);
        row("alert: unknown CA", 1048, true, TlsFault::CertificateRefused, true);
        row("alert: unknown CA, and there was none", 1048, false, TlsFault::CertificateRequired, true);
        row("alert: protocol version", 1070, false, TlsFault::ProtocolVersion, true);
        row("alert: internal error", 1080, false, TlsFault::PeerFailed, true);
        row("alert: unrecognized name", 1112, false, TlsFault::UnknownName, true);
        row("alert: certificate required", 1116, false, TlsFault::CertificateRequired, true);
        row("alert: no application protocol", 1120, false, TlsFault::NoCommonProtocol, true);
        row("alert: one that nobody knows", 1200, false, TlsFault::Other, true);
        row("found here: wrong version number", 267, false, TlsFault::NotTls, false);
        row("found here: an HTTP request", 156, false, TlsFault::NotTls, false);
        row("found here: packet length too long", 198, false, TlsFault::NotTls, false);
        row("found here: unsupported protocol", 258, false, TlsFault::ProtocolVersion, false);
        row("found here: a small DH key", 394, false, TlsFault::WeakKey, false);
        row("found here: a weak digest", 398, false, TlsFault::WeakKey, false);
        row("found here: something else", 1, false, TlsFault::Other, false);
        QTest::newRow("no number at all")
            << QStringLiteral("unknown ca, alert, expired") << false << TlsFault::Other << false;
        QTest::newRow("a key of another certificate")
            << QStringLiteral("error:05800074:x509 certificate routines::key values mismatch") << true
            << TlsFault::LocalKey << false;
    }

    void numbersOfOpenSsl()
    {
        QFETCH(QString, text);
        QFETCH(bool, certificate);
        QFETCH(TlsFault, fault);
        QFETCH(bool, byPeer);
        const TlsFailure failure = tlsFailureFrom(opensslErrorIn(text), {std::nullopt, false, certificate});
        QCOMPARE(failure.fault, fault);
        QCOMPARE(failure.byPeer, byPeer);
        QCOMPARE(failure.alert.has_value(), byPeer);
    }

    void handshakeFailureAfterACertificateWasAskedFor()
    {
        const TlsFailure none = tlsFailureFrom({}, {quint8(40), true, false});
        QCOMPARE(none.fault, TlsFault::CertificateRequired);
        QVERIFY(none.byPeer);
        QCOMPARE(tlsFailureFrom({}, {quint8(40), true, true}).fault, TlsFault::NoCommonParameters);
    }

    void endOfTheConnection()
    {
        QVERIFY(isUnexpectedEof(opensslErrorIn(u"error:0A000126:SSL routines::unexpected eof").value()));
        QVERIFY(!isUnexpectedEof(opensslErrorIn(u"error:0A000418:SSL routines::x").value()));
    }

    void names_data()
    {
        QTest::addColumn<QString>("alternativeNames");
        QTest::addColumn<QString>("host");
        QTest::addColumn<std::optional<TlsFault>>("fault");
        const std::optional<TlsFault> fine;
        const std::optional<TlsFault> wrong = TlsFault::WrongHost;
        const std::optional<TlsFault> nameless = TlsFault::NoSubjectAltName;
        const auto row = [](const char *name, const char *names, const char *host,
                            const std::optional<TlsFault> &fault) {
            QTest::newRow(name) << QString::fromLatin1(names) << QString::fromLatin1(host) << fault;
        };
        // The CN is "leaf".
        row("a name", "DNS:a.example", "a.example", fine);
        row("a name in capitals", "DNS:A.Example", "a.example", fine);
        row("a trailing dot", "DNS:a.example", "a.example.", fine);
        row("one of several", "DNS:b.example,DNS:a.example", "a.example", fine);
        row("another name", "DNS:b.example", "a.example", wrong);
        row("a wildcard", "DNS:*.example.org", "a.example.org", fine);
        row("a wildcard is one label", "DNS:*.example.org", "a.b.example.org", wrong);
        row("a wildcard is not none", "DNS:*.example.org", "example.org", wrong);
        row("a part of a label", "DNS:a*.example.org", "ab.example.org", wrong);
        row("a wildcard further on", "DNS:a.*.example.org", "a.b.example.org", wrong);
        row("a wildcard over a top domain", "DNS:*.example", "a.example", wrong);
        row("an address", "IP:127.0.0.1", "127.0.0.1", fine);
        row("another address", "IP:127.0.0.2", "127.0.0.1", wrong);
        row("an address of IPv6", "IP:::1", "::1", fine);
        row("an address as a name", "DNS:127.0.0.1", "127.0.0.1", wrong);
        row("CN alone", "email:a@b.test", "leaf", nameless);
        row("CN beside another name", "DNS:b.example", "leaf", wrong);
    }

    void names()
    {
        QFETCH(QString, alternativeNames);
        QFETCH(QString, host);
        QFETCH(std::optional<TlsFault>, fault);
        CertificateWorkshop workshop;
        workshop.issue(QStringLiteral("leaf"), alternativeNames);
        QVERIFY(workshop.works());
        QFile file(workshop.path(QStringLiteral("leaf.pem")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(nameFault(QSslCertificate(&file), host) == fault);
    }
};

QTEST_GUILESS_MAIN(TestTlsFailure)
#include "tst_tlsfailure.moc"
