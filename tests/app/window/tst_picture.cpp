// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"
#include "tests/support/honesttest.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PictureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.png"));
        QVERIFY(writePicture(picture(), path).ok());
        QCOMPARE(QImage(path).size(), QSize(8, 6));
    }

    void aPlaceThatCannotBeWrittenIsAnErrorThatNamesIt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no/such/folder/out.png"));
        const Outcome outcome = writePicture(picture(), path);
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().sentence().contains(path));
    }

    void inTheBackgroundTheAnswerComesOnTheThreadOfWhoAsked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.png"));
        std::optional<bool> ok;
        QThread *thread = nullptr;
        writePictureInBackground(picture(), path, this, [&](const Outcome &outcome) {
            ok = outcome.ok();
            thread = QThread::currentThread();
        });
        QTRY_VERIFY(ok.has_value());
        QVERIFY(*ok);
        QCOMPARE(thread, QThread::currentThread());
    }

private:
    static QImage picture()
    {
        QImage image(8, 6, QImage::Format_RGB32);
        image.fill(Qt::white);
        return image;
    }
};

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
