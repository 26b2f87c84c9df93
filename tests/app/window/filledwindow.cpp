// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window/filledwindow.h"

#include "app/window/windowmenus.h"
#include "widgets/peerlistview.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTest>

namespace Pongwatch::TestSupport
{

namespace
{

QSet<QWidget *> openWindows()
{
    QSet<QWidget *> open;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all)
        if (widget->isVisible())
            open.insert(widget);
    return open;
}

Verdict lostVerdict()
{
    Verdict verdict;
    verdict.cause = Cause::Reset;
    verdict.initiator = Initiator::Peer;
    verdict.age = seconds(60);
    return verdict;
}

} // namespace

FilledWindow::FilledWindow()
{
    qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
    m_application = std::make_unique<Application>(
        Application::Options{m_folder.filePath(QStringLiteral("rig.pongwatch")), {}, {}});
    addPeers();
    m_window = std::make_unique<MainWindow>(m_application.get());
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    m_application->book()->setMuted({QStringLiteral("answers"), QStringLiteral("careless")});
    m_application->peerList()->flush();
}

FilledWindow::~FilledWindow()
{
    m_window.reset();
    m_application.reset();
}

void FilledWindow::addPeers()
{
    PeerBook *book = m_application->book();
    const auto add = [&](quint32 number, const QString &name, const PeerLabels &labels) {
        const PeerId peer = SyntheticMonitor::id(100 + number);
        book->add(peer, SyntheticMonitor::settings(name), labels);
        return peer;
    };
    const auto open = [&](PeerId peer) {
        book->apply({{m_monitor.state(peer, ConnectionState::Open), m_monitor.opened(peer),
                      m_monitor.sample(peer, milliseconds(12))},
                     {}});
    };
    const PeerLabels prod{QStringLiteral("prod"), {QStringLiteral("eu")}};
    const PeerId ok = add(1, QStringLiteral("answers"), prod);
    open(ok);
    const PeerId slow = add(2, QStringLiteral("slow"), prod);
    open(slow);
    book->apply({{m_monitor.sample(slow, milliseconds(900), PingOutcome::Slow)}, {}});
    const PeerId silent = add(3, QStringLiteral("silent"), prod);
    open(silent);
    book->apply({{m_monitor.timedOut(silent, seconds(3))}, {}});
    const PeerId waiting = add(4, QStringLiteral("waits"), {});
    open(waiting);
    book->apply({{m_monitor.ended(waiting, lostVerdict()), m_monitor.waiting(waiting, seconds(30))}, {}});
    const PeerId failed = add(5, QStringLiteral("failed"), {});
    book->apply({{m_monitor.rejected(failed, 404), m_monitor.state(failed, ConnectionState::Failed)}, {}});
    const PeerId closed = add(6, QStringLiteral("closed"), {});
    open(closed);
    book->apply(
        {{m_monitor.ended(closed, lostVerdict()), m_monitor.state(closed, ConnectionState::Closed)}, {}});
    const PeerId connecting = add(7, QStringLiteral("connects"), {});
    book->apply({{m_monitor.state(connecting, ConnectionState::Connecting)}, {}});
    const PeerId paused = add(8, QStringLiteral("paused"), {});
    book->apply({{m_monitor.state(paused, ConnectionState::Paused)}, {}});
    ConnectionSettings unverified = SyntheticMonitor::settings(QStringLiteral("careless"));
    unverified.url.setScheme(QStringLiteral("wss"));
    unverified.tls.verify = false;
    book->add(SyntheticMonitor::id(109), unverified, {});
    open(SyntheticMonitor::id(109));
    for (const PeerId peer : {ok, slow, silent, waiting}) {
        m_application->eventLog()->append({{m_monitor.opened(peer), m_monitor.timedOut(peer, seconds(3)),
                                            m_monitor.ended(peer, lostVerdict())},
                                           {}});
    }
    m_application->addPeer(QUrl(QStringLiteral("ws://127.0.0.1:1/saved")));
}

QStringList FilledWindow::dialogs()
{
    return {QStringLiteral("edit-profile"),   QStringLiteral("workspace-defaults"),
            QStringLiteral("paste"),          QStringLiteral("close-with-code"),
            QStringLiteral("palette"),        QStringLiteral("keys"),
            QStringLiteral("about"),          QStringLiteral("guide"),
            QStringLiteral("preferences"),    QStringLiteral("report"),
            QStringLiteral("reportSchedule"), QStringLiteral("wall")};
}

QWidget *FilledWindow::open(const QString &dialog)
{
    const PeerId saved = m_application->book()->peers().last();
    m_window->peerList()->selectPeer(saved);
    if (dialog == QLatin1String("paste")) {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("ws://127.0.0.1:1/a\nws://127.0.0.1:1/b\nno url at all\n"));
    }
    auto *action = m_window->findChild<QAction *>(dialog);
    if (!action)
        return nullptr;
    action->setEnabled(true); // closing and sending need a connection, but their dialogs don't
    const QSet<QWidget *> before = openWindows();
    action->trigger();
    QWidget *opened = nullptr;
    const auto isOpen = [&before, &opened] {
        const QSet<QWidget *> added = openWindows() - before;
        for (QWidget *widget : added)
            opened = widget->windowType() == Qt::ToolTip ? opened : widget;
        return opened != nullptr;
    };
    static_cast<void>(QTest::qWaitFor(isOpen));
    if (opened)
        static_cast<void>(QTest::qWaitForWindowExposed(opened));
    return opened;
}

QList<QWidget *> FilledWindow::keyboardWidgets(const QWidget *root)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const QWidget *parent = widget->parentWidget();
        const bool inner =
            qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
        if (widget->window() == root && !inner && !widget->focusProxy() &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            found.append(widget);
    }
    return found;
}

QString FilledWindow::describe(const QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    QString text = QLatin1String(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        text += QStringLiteral(" #") + widget->objectName();
    const QStringList said{widget->accessibleName(), widget->property("text").toString()};
    for (const QString &word : said)
        text += word.isEmpty() ? QString() : QString(QStringLiteral(" “") + word + u'”');
    return widget->parentWidget() ? text + QStringLiteral(" in ") +
                                        QLatin1String(widget->parentWidget()->metaObject()->className())
                                  : text;
}

void FilledWindow::keepPicture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PONGWATCH_TEST_PICTURES");
    if (!folder.isEmpty())
        widget->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

} // namespace Pongwatch::TestSupport
