// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "tests/support/hostilereport.h"
#include "tests/support/hostiletexts.h"
#include "widgets/rendering/pdfreport.h"
#include "widgets/rendering/pngreport.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Foreign texts that try to be more than text, in the painted formats of a report, as read by other
/// programs.
class HostilePaintingTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void pdfIsReadByOthers_data() { texts(); }
    void pdfIsReadByOthers()
    {
        QFETCH(QString, text);
        const Result<QByteArray> pdf = toPdf(hostileReport(text), ReportPaper::A4);
        QVERIFY2(pdf.ok(), pdf ? "" : qPrintable(pdf.error().sentence()));
        const QString path = m_folder.filePath(QStringLiteral("a.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdf.value());
        file.close();
        const QString shown = QString::fromUtf8(
            run(QStringLiteral("pdftotext"),
                {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")}));
        QVERIFY(shown.contains(QStringLiteral("How it was measured")));
        QVERIFY(!isHarmful(QString(shown).remove(u'\f')));
        // A text of any length takes a limited number of pages.
        const QByteArray info = run(QStringLiteral("pdfinfo"), {path});
        const qsizetype pages = info.indexOf("Pages:");
        QVERIFY(pages >= 0);
        QVERIFY2(info.mid(pages + 6, 20).simplified().split(' ').front().toInt() <= 8, info.constData());
        if (text.contains(
                QStringLiteral("野家"))) // not every machine has a font for the characters before it
            QVERIFY(shown.contains(QStringLiteral("野家")));
    }

    void pngTextIsPlain_data() { texts(); }
    void pngTextIsPlain()
    {
        QFETCH(QString, text);
        QByteArray bytes = toPng(toPicture(hostileReport(text))).value();
        QBuffer buffer(&bytes);
        const QImage picture = QImageReader(&buffer, "png").read();
        QVERIFY(!picture.isNull());
        for (const QString &key : picture.textKeys()) {
            const QString its = picture.text(key);
            QVERIFY2(!isHarmful(its) && !its.contains(u'\n'), qPrintable(key));
            QVERIFY2(its.size() <= 2000, qPrintable(key));
        }
        QVERIFY(!picture.text(QStringLiteral("Peers")).isEmpty());
        QVERIFY2(picture.height() < 5000, qPrintable(QString::number(picture.height())));
    }

private:
    static void texts()
    {
        QTest::addColumn<QString>("text");
        for (const auto &[what, text] : hostileTexts())
            QTest::newRow(what) << text;
    }

    /// Standard output of another program, which must accept the file.
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        const bool ended = process.waitForFinished();
        const QByteArray complaints = process.readAllStandardError();
        if (!ended || process.exitCode() != 0 || !complaints.isEmpty())
            QTest::qFail(complaints.constData(), __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(HostilePaintingTest)
#include "tst_hostilepainting.moc"
