// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/chartfeature.h"

#include "app/window/application.h"
#include "app/window/windowcontext.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "past/peerfigures.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "widgets/chart/chartactions.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/peercolors.h"
#include "widgets/chart/peertimelines.h"
#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

namespace Pongwatch
{

ChartFeature::ChartFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_pane(context.chart)
    , m_spans(new QMenu(context.menus->menu(WindowMenus::Menu::Chart)))
    , m_notebook(context.application->notebook())
{
    using Menu = WindowMenus::Menu;
    ChartActions *actions = m_pane->actionsOfChart();
    m_spans->addActions(actions->spans->actions());
    m_spans->addSeparator();
    m_spans->addAction(actions->pickRange);
    context.menus->add(Menu::Chart, 10,
                       {m_spans->menuAction(), actions->zoomIn, actions->zoomOut, actions->zoomToMark});
    context.menus->add(Menu::Chart, 20, actions->views->actions());
    context.menus->add(
        Menu::Chart, 25,
        {actions->automaticScale, actions->logarithmic, actions->clipping, actions->latencyAxis});
    context.menus->add(Menu::Chart, 30, {actions->addNote});
    context.menus->add(Menu::Chart, 40, {actions->copyPicture});

    m_pane->setNotebook(m_notebook);
    connect(m_pane, &ChartPane::noteWanted, this, [this](WallTime moment) {
        Note note;
        note.at = moment;
        write(note);
    });
    connect(m_pane, &ChartPane::noteEditWanted, this, [this](qint64 id) {
        if (const auto note = m_notebook->note(id)) {
            write(*note);
        }
    });
    connect(m_pane, &ChartPane::noteRemovalWanted, m_notebook, &Notebook::remove);

    const QString key = QStringLiteral("chart");
    WindowSettings *settings = context.settings;
    const QString notes = QStringLiteral("notes");
    // The rest are in the history; these are the ones not yet written there.
    connect(m_notebook, &Notebook::unwrittenChanged, this,
            [this, settings, notes] { settings->setPart(notes, m_notebook->toJson()); });
    m_notebook->fromJson(settings->part(notes));

    ChartState *state = m_pane->state();
    PeerFigures *figures = context.application->series()->figures();
    const auto follow = [state, figures] {
        // The part of the visible range that was not measured yet does not affect any figure.
        const TimeRange range = state->range();
        figures->setSight(state->isLive() ? range.to - state->span() : range.from, range.to, state->isLive());
    };
    connect(state, &ChartState::rangeChanged, figures, follow);
    connect(state, &ChartState::liveChanged, figures, follow);
    connect(state, &ChartState::spanChanged, figures, follow);
    follow();
    connect(state, &ChartState::markChanged, context.inspector, [state, inspector = context.inspector] {
        if (const auto &mark = state->mark())
            inspector->setMarkedRange(mark->from, mark->to);
        else
            inspector->clearMarkedRange();
    });
    connect(m_pane, &ChartPane::happeningWanted, context.log, &EventLogView::showEntry);
    // A click in the list is mainly for selecting, so it opens no pane.
    connect(context.list, &PeerListView::happeningWanted, context.log,
            [pane = context.logPane, log = context.log](PeerId peer, WallTime moment) {
                if (pane->isOpen())
                    log->showEntry(peer, moment);
            });

    const QString colors = QStringLiteral("peer_colors");
    state->colors()->restore(settings->part(colors));
    connect(state->colors(), &PeerColors::changed, this,
            [settings, colors, state] { settings->setPart(colors, state->colors()->save()); });
    context.list->setTimelines(m_pane->timelines());
    m_pane->restoreLook(settings->part(key));
    connect(m_pane, &ChartPane::lookChanged, this,
            [this, settings, key] { settings->setPart(key, m_pane->saveLook()); });
    retranslate();
}

ChartFeature::~ChartFeature()
{
    if (m_pane)
        m_pane->setNotebook(nullptr);
}

void ChartFeature::write(const Note &note)
{
    auto *dialog = new QInputDialog(m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(note.id == 0 ? tr("Add a Note") : tr("Edit Note"));
    dialog->setLabelText(tr("What happened at %1?", "moment")
                             .arg(m_context.application->book()->format().moment(
                                 note.at, m_context.application->book()->now())));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(note.text);
    connect(dialog, &QInputDialog::textValueSelected, m_notebook, [this, note](const QString &text) {
        Note written = note;
        written.text = text;
        if (note.id == 0)
            m_notebook->add(written);
        else
            m_notebook->edit(written);
    });
    dialog->open();
}

void ChartFeature::retranslate()
{
    m_spans->setTitle(tr("Time &Span"));
}

} // namespace Pongwatch
