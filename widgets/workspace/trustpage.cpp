// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/trustpage.h"

#include "text/wording.h"
#include "widgets/calmheader.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

TrustPage::TrustPage(QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_advice(new QLabel(this))
{
    setObjectName(QStringLiteral("trust-page"));
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    for (QLabel *label : {m_title, m_about, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_list->setHeader(new CalmHeader(m_list));
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(this);
    m_trust = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_refuse = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_trust->setObjectName(QStringLiteral("trust"));
    m_refuse->setObjectName(QStringLiteral("keep-paused"));
    m_refuse->setDefault(true); // a careless Return gives nothing away

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_advice);
    layout->addWidget(buttons);
    resize(720, 400);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void TrustPage::showDemands(const QString &file, const QList<WorkspaceDemand> &demands)
{
    m_file = file;
    m_demands = demands;
    retranslate();
    show();
    raise();
}

void TrustPage::fill()
{
    m_list->clear();
    for (const WorkspaceDemand &demand : m_demands)
        m_list->addTopLevelItem(
            new QTreeWidgetItem({demandInWords(demand), receiverInWords(demand),
                                 Wording::harmless(demand.peers.join(QStringLiteral(", ")), 200)}));
}

void TrustPage::retranslate()
{
    setWindowTitle(tr("Trust These Peers?"));
    m_title->setText(m_file.isEmpty() ? tr("These peers want more than a connection")
                                      : tr("“%1” wants more than connections")
                                            .arg(Wording::harmless(QFileInfo(m_file).fileName(), 120)));
    m_about->setText(
        tr("Its peers are paused until you decide. Whoever wrote it chose which of these goes to "
           "which host:"));
    m_list->setHeaderLabels({tr("What"), tr("For the host"), tr("Wanted by")});
    m_list->setAccessibleName(tr("What the peers want, and for which host"));
    m_advice->setText(tr("Trust it only if you know where it comes from. Your answer holds for exactly these "
                         "entries: anything else, or another host, is asked about again."));
    m_trust->setText(tr("&Trust and Connect"));
    m_refuse->setText(tr("Keep &Paused"));
    fill();
}

void TrustPage::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
