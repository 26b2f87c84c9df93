// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/waysdialog.h"

#include "text/wording.h"
#include "widgets/calmheader.h"
#include "workspace/shellwords.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

struct WaysText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WaysDialog)
};

/// Says it for each kind.
struct KindInWords {
    QString operator()(const CommandWay &way) const
    {
        return WaysText::tr("command %1")
            .arg(way.usesShell ? way.command.value(0) : joinShellWords(way.command));
    }
    QString operator()(const WebhookWay &way) const
    {
        const QUrl url(way.url);
        const QString where =
            way.url.isEmpty() ? way.urlSecret.text() : url.scheme() + QStringLiteral("://") + url.host();
        return WaysText::tr("%1 (%2)", "a host; a form, as slack").arg(where, way.format);
    }
    QString operator()(const AppriseWay &way) const
    {
        return WaysText::tr("apprise, to %1", "a reference to a URL").arg(way.url.text());
    }
    QString operator()(const SyslogWay & /*way*/) const { return WaysText::tr("syslog"); }
    QString operator()(const JournalWay & /*way*/) const { return WaysText::tr("systemd journal"); }
    QString operator()(const SoundWay &way) const
    {
        return way.file.isEmpty() ? WaysText::tr("the loudspeakers")
                                  : WaysText::tr("the loudspeakers (%1)").arg(way.file);
    }
};

} // namespace

QString wayInWords(const AlertWay &way)
{
    constexpr qsizetype longest = 200;
    return Wording::harmless(std::visit(KindInWords(), way.how), longest);
}

WaysDialog::WaysDialog(QWidget *parent)
    : QDialog(parent)
    , m_about(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_result(new QLabel(this))
{
    setObjectName(QStringLiteral("ways"));
    for (QLabel *label : {m_about, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setObjectName(QStringLiteral("way-result"));
    m_list->setHeader(new CalmHeader(m_list));
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(this);
    m_test = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("test-way"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_result);
    layout->addWidget(buttons);
    resize(760, 360);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &WaysDialog::showSelection);
    connect(m_list, &QTreeWidget::itemActivated, this, &WaysDialog::test);
    connect(m_test, &QPushButton::clicked, this, &WaysDialog::test);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void WaysDialog::showWays(const QList<Row> &rows)
{
    m_rows = rows;
    fill();
}

void WaysDialog::showResult(const QString &way, bool isTaken, const QString &error, const QString &said)
{
    QString result = isTaken ? tr("The test was accepted.")
                             : tr("The test was not accepted: %1.").arg(Wording::harmless(error, 400));
    if (!said.isEmpty())
        result += u' ' + tr("Output: %1").arg(Wording::harmless(said, 400));
    m_results.insert(way, result);
    showSelection();
}

void WaysDialog::fill()
{
    const QString selected = selectedWay();
    m_list->clear();
    for (const Row &row : std::as_const(m_rows)) {
        auto *item = new QTreeWidgetItem(
            {Wording::harmless(row.way.name, 100), wayInWords(row.way), Wording::harmless(row.missing, 300)});
        item->setData(0, Qt::UserRole, row.way.name);
        item->setToolTip(1, item->text(1));
        item->setToolTip(2, item->text(2));
        m_list->addTopLevelItem(item);
        if (row.way.name == selected || (selected.isEmpty() && m_list->topLevelItemCount() == 1))
            m_list->setCurrentItem(item);
    }
    showSelection();
}

QString WaysDialog::selectedWay() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void WaysDialog::showSelection()
{
    const QString way = selectedWay();
    m_test->setEnabled(!way.isEmpty());
    m_result->setText(m_results.value(way, tr("A test alert says that it is one.")));
}

void WaysDialog::test()
{
    const QString way = selectedWay();
    if (way.isEmpty())
        return;
    m_results.insert(way, tr("Sending …"));
    showSelection();
    Q_EMIT testWanted(way);
}

void WaysDialog::retranslate()
{
    setWindowTitle(tr("Alert Channels"));
    m_about->setText(tr("Rules can send alerts to these channels. Channels are defined in the workspace "
                        "file, under “alerts”."));
    m_list->setHeaderLabels({tr("Channel"), tr("Sends to"), tr("Problem")});
    m_list->setAccessibleName(windowTitle());
    m_test->setText(tr("Send &Test"));
    fill();
}

void WaysDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
