// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/trustfeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "widgets/workspace/trustpage.h"

namespace Pongwatch
{

TrustFeature::TrustFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_page(new TrustPage(context.window))
{
    connect(m_page, &QDialog::accepted, this, &TrustFeature::trust);
    // When the window is shown, and all peers that come together have been added.
    connect(context.application->fleet(), &PeerFleet::trustWanted, this, &TrustFeature::ask,
            Qt::QueuedConnection);
    connect(context.application->delivery(), &WindowDelivery::trustWanted, this, &TrustFeature::ask,
            Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &TrustFeature::ask, Qt::QueuedConnection);
}

TrustFeature::~TrustFeature() = default;

void TrustFeature::ask()
{
    const QList<WorkspaceDemand> demands = m_context.application->fleet()->untrusted();
    if (demands.isEmpty()) {
        m_page->hide();
        return;
    }
    const WorkspaceSession *session = m_context.application->session();
    m_page->showDemands(session->isDefault() ? QString() : session->path(), demands);
}

void TrustFeature::trust()
{
    if (const Outcome kept = m_context.application->trustAndDial(m_page->demands()); !kept)
        m_context.notice->showNotice(kept.error().sentence());
}

} // namespace Pongwatch
