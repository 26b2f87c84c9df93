// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/pathfeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "engine/diagnosis/explainpath.h"
#include "text/wording.h"
#include "widgets/peerlistview.h"

#include <QAction>

namespace Pongwatch
{

namespace
{

QString automaticKey()
{
    return QStringLiteral("paths/automatic");
}

} // namespace

PathFeature::PathFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_trace(new QAction(this))
    , m_automatic(new QAction(this))
    , m_paths(context.application->paths())
{
    m_trace->setObjectName(QStringLiteral("trace-path"));
    m_trace->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_automatic->setObjectName(QStringLiteral("trace-automatically"));
    m_automatic->setCheckable(true);
    m_context.menus->add(WindowMenus::Menu::Peer, 10, {m_trace, m_automatic});
    m_context.list->addAction(m_trace);
    connect(m_trace, &QAction::triggered, this, &PathFeature::traceSelected);
    m_automatic->setChecked(m_context.settings->value(automaticKey(), true).toBool());
    m_paths->setAutomatic(m_automatic->isChecked());
    connect(m_automatic, &QAction::toggled, this, &PathFeature::setAutomatic);
    enableWithSelection({m_trace});
    connect(m_paths, &PathWatch::traced, this, &PathFeature::take);
    connect(m_context.application->book(), &PeerBook::peerRemoved, this, [this](PeerId peer) {
        m_news.forget(peer);
        m_asked.remove(peer);
    });
    retranslate();
}

void PathFeature::retranslate()
{
    m_trace->setText(tr("&Trace Path"));
    m_trace->setToolTip(tr("Trace the network path to the selected peers, hop by hop"));
    m_automatic->setText(tr("Trace Paths &Automatically"));
    m_automatic->setToolTip(
        tr("Trace the network path to a peer when the network seems to be at fault, and now "
           "and then while all is well, as its settings say"));
}

void PathFeature::setAutomatic(bool automatic)
{
    m_paths->setAutomatic(automatic);
    m_context.settings->setValue(automaticKey(), automatic);
}

void PathFeature::traceSelected()
{
    const QList<PeerId> peers = selectedOwn().mid(0, mostAtOnce);
    if (peers.isEmpty())
        return;
    m_context.notice->showNotice(
        tr("Tracing the network paths to %n peers…", nullptr, static_cast<int>(peers.size())));
    for (const PeerId peer : peers) {
        m_asked.insert(peer);
        m_paths->traceNow(peer);
    }
}

void PathFeature::take(const Batch &batch)
{
    for (const auto &item : batch.items) {
        const auto &event = std::get<ConnectionEvent>(item);
        const PeerRecord *record = m_context.application->book()->record(event.peer);
        if (record == nullptr)
            continue;
        const SharedPath &path = std::get<PathTraced>(event.what).path;
        const std::optional<QString> news = m_news.take(event.peer, *path);
        if (news)
            m_context.application->notebook()->add(Note{0, path->trace.begun, record->name(), *news});
        if (m_asked.remove(event.peer))
            //: %1 a peer, %2 what a trace has found
            m_context.notice->showNotice(tr("%1: %2").arg(Wording::harmless(record->name(), 60),
                                                          Wording::harmless(explainPath(*path), 600)));
    }
}

} // namespace Pongwatch
