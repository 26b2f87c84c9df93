// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/privatefiles.h"
#include "engine/values/regularfile.h"
#include "engine/values/wholefile.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString path(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QString::fromUtf8(name));
}

int modeOf(const QString &file)
{
    struct stat about = {};
    return ::stat(QFile::encodeName(file).constData(), &about) == 0 ? int(about.st_mode & 07777) : -1;
}

} // namespace

/// Files that others name are read without waiting for them; files of ours are nobody else's.
class RegularFileTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { former = ::umask(0); } // others may do everything, if we let them
    void cleanupTestCase() { ::umask(former); }

    void onlyFilesAreReplaced_data()
    {
        QTest::addColumn<QString>("kind"); // what is at the place; "link-to-": by way of a link
        QTest::addColumn<QString>("told"); // empty: it is written
        QTest::newRow("nothing") << QStringLiteral("nothing") << QString();
        QTest::newRow("a file") << QStringLiteral("file") << QString();
        QTest::newRow("a link to a file") << QStringLiteral("link-to-file") << QString();
        QTest::newRow("a link to nothing yet") << QStringLiteral("link-to-nothing") << QString();
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("folder");
        QTest::newRow("a pipe") << QStringLiteral("pipe")
                                << QStringLiteral("it is a pipe or a device, not a file");
        QTest::newRow(
            "a link to a pipe, as to a device") // not to /dev/null, which would be gone on a failure
            << QStringLiteral("link-to-pipe") << QStringLiteral("it is a pipe or a device, not a file");
        QTest::newRow("of the kernel")
            << QStringLiteral("/proc/self/comm") << QStringLiteral("made by the kernel");
    }
    void onlyFilesAreReplaced()
    {
        QFETCH(QString, kind);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString place = kind.startsWith(u'/') ? kind : folder.filePath(QStringLiteral("place"));
        const bool isLink = kind.startsWith(QStringLiteral("link"));
        const QString there = isLink ? folder.filePath(QStringLiteral("there")) : place;
        if (isLink)
            QVERIFY(QFile::link(there, place));
        if (kind.endsWith(QStringLiteral("pipe")))
            QCOMPARE(::mkfifo(QFile::encodeName(there).constData(), 0600), 0);
        else if (kind == QStringLiteral("folder"))
            QVERIFY(QDir().mkdir(there));
        else if (kind.endsWith(QStringLiteral("file")))
            QVERIFY(QFile(there).open(QIODevice::WriteOnly));
        WholeFile file(place);
        const bool isOpen = file.open(QIODevice::WriteOnly);
        QCOMPARE(isOpen, told.isEmpty());
        QVERIFY2(isOpen || file.errorString().contains(told), qPrintable(file.errorString()));
        if (isOpen) {
            file.write("new");
            QVERIFY(file.commit());
            QFile written(there);
            QVERIFY(written.open(QIODevice::ReadOnly));
            QCOMPARE(written.readAll(), QByteArray("new"));
        }
        if (kind.endsWith(QStringLiteral("pipe"))) {
            struct stat about = {};
            QCOMPARE(::stat(QFile::encodeName(there).constData(), &about), 0);
            QVERIFY(S_ISFIFO(about.st_mode));
        }
        QCOMPARE(QFileInfo(place).isSymLink(), isLink);
    }

    void onlyRegularFilesAreRead_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("told");
        QTest::newRow("a pipe that nobody writes to") << QStringLiteral("fifo") << QStringLiteral("pipe");
        QTest::newRow("a socket") << QStringLiteral("socket") << QStringLiteral("socket");
        QTest::newRow("a device that never ends") << QStringLiteral("/dev/zero") << QStringLiteral("device");
        QTest::newRow("a terminal") << QStringLiteral("/dev/ptmx") << QStringLiteral("device");
        QTest::newRow("a folder") << QStringLiteral("/tmp") << QStringLiteral("folder");
        QTest::newRow("nothing") << QStringLiteral("/nowhere/at/all") << QStringLiteral("No such");
        QTest::newRow("too much") << QStringLiteral("large") << QStringLiteral("larger than");
    }
    void onlyRegularFilesAreRead()
    {
        QFETCH(QString, kind);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString file = kind.startsWith(u'/') ? kind : folder.filePath(kind);
        if (kind == QStringLiteral("fifo"))
            QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        if (kind == QStringLiteral("large")) {
            QFile large(file);
            QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(2000));
        }
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (kind == QStringLiteral("socket")) {
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            qstrncpy(address.sun_path, QFile::encodeName(file).constData(), sizeof address.sun_path);
            QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        }
        QElapsedTimer timer;
        timer.start();
        for (const Result<QByteArray> &read :
             {readRegularFile(QStringLiteral("reading it"), file, 1000),
              readRegularFileWithin(seconds(20), QStringLiteral("reading it"), file, 1000)}) {
            QVERIFY(!read.ok());
            QVERIFY2(read.error().sentence().contains(told), qPrintable(read.error().sentence()));
            QVERIFY2(read.error().sentence().contains(file), qPrintable(read.error().sentence()));
        }
        QVERIFY(timer.elapsed() < 15'000);
        if (kind != QStringLiteral("large"))
            QVERIFY(!checkRegularFile({}, file).ok());
        ::close(listener);
    }

    void filesOfTheKernelAreNoneForThoseWhoWait()
    {
        const QString kernels = QStringLiteral("/proc/self/status");
        QVERIFY(readRegularFile({}, kernels, 100'000).ok());
        const Outcome checked = checkRegularFile(QStringLiteral("reading it"), kernels);
        QVERIFY(!checked.ok());
        QVERIFY2(checked.error().sentence().contains(QStringLiteral("made by the kernel")),
                 qPrintable(checked.error().sentence()));
    }

    void placesForFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("why"); // empty: it can be written there
        const auto row = [](const char *name, const char *file, const char *why) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(why);
        };
        row("a file of the kernel", "/proc/kmsg", "made by the kernel");
        row("a new file beside those", "/proc/pongwatch.sqlite", "made by the kernel");
        row("of another system of the kernel", "/sys/kernel/pongwatch", "made by the kernel");
        row("a device", "/dev/null", "a device");
        row("a folder", "/tmp", "a folder");
        row("a file", "/etc/passwd", "");
        row("none yet", "/tmp/pongwatch-none-yet", "");
        row("not even a folder", "/nowhere/file", "");
    }
    void placesForFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, why);
        const Outcome checked = checkFilePlace(QStringLiteral("writing it"), file);
        QCOMPARE(checked.ok(), why.isEmpty());
        if (!checked.ok())
            QVERIFY2(checked.error().sentence().contains(why), qPrintable(checked.error().sentence()));
    }

    void aFileIsReadWhole()
    {
        const QTemporaryDir folder;
        QFile file(path(folder, "f"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, 'x'));
        file.close();
        QCOMPARE(readRegularFile({}, file.fileName(), 1000).value(), QByteArray(1000, 'x'));
        QCOMPARE(readRegularFileWithin(seconds(20), {}, file.fileName(), 1000).value(),
                 QByteArray(1000, 'x'));
        QVERIFY(checkRegularFile({}, file.fileName()).ok());
        // By a link, too.
        QVERIFY(QFile::link(file.fileName(), path(folder, "l")));
        QCOMPARE(readRegularFile({}, path(folder, "l"), 1000).value(), QByteArray(1000, 'x'));
    }

    void privateFilesAreForTheirOwner()
    {
        const QTemporaryDir folder;
        QVERIFY(makePrivateFolder(path(folder, "a/b/c")));
        for (const char *name : {"a", "a/b", "a/b/c"})
            QCOMPARE(modeOf(path(folder, name)), 0700);
        QVERIFY(makePrivateFolder(path(folder, "a/b")));

        createPrivateFile(path(folder, "a/f"));
        QCOMPARE(modeOf(path(folder, "a/f")), 0600);
        QFile content(path(folder, "a/f"));
        QVERIFY(content.open(QIODevice::WriteOnly));
        content.write("kept");
        content.close();
        createPrivateFile(path(folder, "a/f"));
        QCOMPARE(QFileInfo(path(folder, "a/f")).size(), 4);

        QSaveFile save(path(folder, "s"));
        QVERIFY(save.open(QIODevice::WriteOnly));
        makePrivate(save);
        QVERIFY(save.commit());
        QCOMPARE(modeOf(path(folder, "s")), 0600);

        QFile wide(path(folder, "wide"));
        QVERIFY(wide.open(QIODevice::WriteOnly));
        QCOMPARE(modeOf(wide.fileName()), 0666);
        makePrivate(wide.fileName());
        QCOMPARE(modeOf(wide.fileName()), 0600);
        makePrivate(path(folder, "a"));
        QCOMPARE(modeOf(path(folder, "a")), 0700);
    }

private:
    mode_t former = 0;
};

QTEST_GUILESS_MAIN(RegularFileTest)
#include "tst_regularfile.moc"
