// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/listfeature.h"

#include "app/window/application.h"
#include "app/window/windowcontext.h"
#include "app/window/windowmenus.h"
#include "items/peercolumns.h"
#include "items/peerfiltermodel.h"
#include "text/wording.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/clearbutton.h"
#include "widgets/orderhold.h"
#include "widgets/peerlistview.h"
#include "widgets/statuscounts.h"
#include "widgets/symbolicon.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QWidgetAction>

namespace Pongwatch
{

ListFeature::ListFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_application(context.application)
    , m_list(context.list)
    , m_filter(context.filter)
    , m_counts(context.counts)
    , m_find(new QLineEdit(context.window))
    , m_findAction(new QAction(this))
    , m_columns(new QMenu(context.window))
    , m_resetColumns(new QAction(this))
    , m_filters(new QMenu(context.window))
    , m_tags(new QMenu(m_filters))
    , m_showAll(new QAction(this))
    , m_expandAll(new QAction(this))
    , m_collapseAll(new QAction(this))
{
    makeFind(context);
    makeColumns();
    makeFilters();
    connect(m_expandAll, &QAction::triggered, m_list, &QTreeView::expandAll);
    connect(m_collapseAll, &QAction::triggered, m_list, &QTreeView::collapseAll);
    context.menus->add(WindowMenus::Menu::Edit, 20, {m_findAction});
    context.menus->add(WindowMenus::Menu::View, 0,
                       {m_columns->menuAction(), m_filters->menuAction(), m_expandAll, m_collapseAll});

    const PeerListModel *model = m_application->peerList();
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListFeature::showWhetherGrouped);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListFeature::showWhetherGrouped);
    connect(context.chart->state(), &ChartState::spanChanged, this,
            [this](microseconds span) { m_application->peerList()->setTrendWindow(span); });
    m_application->peerList()->setTrendWindow(context.chart->state()->span());

    new OrderHold(m_list, m_filter, this);
    retranslate();
    showWhetherGrouped();
    announceWhatIsSeen();
}

void ListFeature::makeFind(const WindowContext &context)
{
    m_findAction->setIcon(symbolIcon(QStringLiteral("search")));
    m_findAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(m_findAction, &QAction::triggered, m_find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    offerClearButton(m_find);
    m_find->setMaximumWidth(180);
    m_find->addAction(symbolIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_find, &QLineEdit::textChanged, m_filter, &PeerFilterModel::setFilterText);
    connect(m_find, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_find);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, m_find, [this] {
        m_find->clear();
        m_list->setFocus();
    });
    auto *place = new QWidgetAction(this);
    place->setDefaultWidget(m_find);
    context.menus->addToToolBar(90, {place});
}

void ListFeature::makeColumns()
{
    for (int c = 0; c < peerColumnCount; ++c) {
        QAction *action = m_columns->addAction(QString());
        action->setCheckable(true);
        // Without these, a list says nothing.
        action->setEnabled(c != column(PeerColumn::State) && c != column(PeerColumn::Name));
        connect(action, &QAction::toggled, m_list,
                [this, c](bool shown) { m_list->setColumnShown(static_cast<PeerColumn>(c), shown); });
        m_columnActions[static_cast<size_t>(c)] = action;
    }
    m_columns->addSeparator();
    m_columns->addAction(m_resetColumns);
    connect(m_resetColumns, &QAction::triggered, m_list, &PeerListView::resetColumns);
    connect(m_list, &PeerListView::shownColumnsChanged, this, &ListFeature::showColumns);
    connect(m_filter, &PeerFilterModel::sortedBy, this, [this](int c) {
        m_sortedBy = c;
        announceWhatIsSeen();
    });
    connect(m_list->header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        m_columns->popup(m_list->header()->viewport()->mapToGlobal(point));
    });
    showColumns();
}

void ListFeature::makeFilters()
{
    for (const Health health : allHealths) {
        QAction *action = m_filters->addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, health](bool on) {
            QSet<Health> states = m_filter->filter().states;
            if (on)
                states.insert(health);
            else
                states.remove(health);
            m_filter->setShownStates(states);
        });
        m_stateActions[static_cast<Health>(health)] = action;
    }
    m_filters->addSeparator();
    m_filters->addMenu(m_tags);
    m_filters->addSeparator();
    m_filters->addAction(m_showAll);
    connect(m_showAll, &QAction::triggered, m_filter, [this] { m_filter->setFilter({}); });
    connect(m_filters, &QMenu::aboutToShow, this, &ListFeature::listTags);
    connect(m_filter, &PeerFilterModel::filterChanged, this, &ListFeature::showFilter);
    connect(m_counts, &StatusCounts::chosen, m_filter, &PeerFilterModel::setShownStates);
    showFilter();
}

void ListFeature::listTags()
{
    QStringList tags = m_filter->filter().tags;
    const PeerBook *book = m_application->book();
    for (const PeerId peer : book->peers())
        tags += book->labels(peer)->tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    m_tags->clear();
    for (const QString &tag : std::as_const(tags)) {
        // An ampersand in a tag must not become a mnemonic.
        QAction *action = m_tags->addAction(QString(tag).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_filter->filter().tags.contains(tag));
        connect(action, &QAction::triggered, m_filter, [this, tag](bool on) {
            QStringList chosen = m_filter->filter().tags;
            chosen.removeAll(tag);
            if (on)
                chosen.append(tag);
            m_filter->setShownTags(chosen);
        });
    }
    m_tags->menuAction()->setEnabled(!tags.isEmpty());
}

void ListFeature::showColumns()
{
    const PeerColumns shown = m_list->shownColumns();
    for (size_t c = 0; c < m_columnActions.size(); ++c) {
        const QSignalBlocker quiet(m_columnActions[c]);
        m_columnActions[c]->setChecked(shown.test(c));
    }
    announceWhatIsSeen();
}

void ListFeature::announceWhatIsSeen()
{
    PeerColumns seen = m_list->shownColumns();
    if (m_sortedBy >= 0 && m_sortedBy < peerColumnCount)
        seen.set(static_cast<size_t>(m_sortedBy));
    seen.set(static_cast<size_t>(PeerColumn::State)); // needed for filtering
    m_application->peerList()->setAnnouncedColumns(seen);
}

void ListFeature::showFilter()
{
    const PeerFilter &filter = m_filter->filter();
    for (const auto &[health, action] : m_stateActions)
        action->setChecked(filter.states.contains(health));
    m_showAll->setEnabled(!filter.isEmpty());
    m_counts->setChosen(filter.states);
    if (m_find->text() != filter.text)
        m_find->setText(filter.text);
}

void ListFeature::showWhetherGrouped()
{
    const bool grouped = m_application->peerList()->hasGroups();
    m_list->setGrouped(grouped);
    m_expandAll->setEnabled(grouped);
    m_collapseAll->setEnabled(grouped);
}

void ListFeature::retranslate()
{
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find peers by name, URL, group or tag"));
    m_find->setToolTip(tr("Show only peers with this text in name, URL, group or tag (Ctrl+F)"));
    m_findAction->setText(tr("&Find Peers"));
    m_columns->setTitle(tr("&Columns"));
    m_resetColumns->setText(tr("&Reset Columns"));
    m_filters->setTitle(tr("&Only Show"));
    m_tags->setTitle(tr("With &Tag"));
    m_showAll->setText(tr("Show &All Peers"));
    m_expandAll->setText(tr("&Expand All Groups"));
    m_collapseAll->setText(tr("Co&llapse All Groups"));
    for (size_t c = 0; c < m_columnActions.size(); ++c)
        m_columnActions[c]->setText(PeerColumnText::name(static_cast<PeerColumn>(c)));
    for (const auto &[health, action] : m_stateActions)
        action->setText(Wording::health(health));
    m_application->peerList()->retranslate();
}

} // namespace Pongwatch
