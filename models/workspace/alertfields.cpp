// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertfields.h"

#include "workspace/wayfields.h"
#include "workspace/workspacestrings.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestAlertName = 100;
constexpr qsizetype longestGatewayName = 200;
constexpr size_t mostRules = 100;
constexpr qsizetype mostWaysOfRule = 20;
constexpr size_t mostWindows = 100;
constexpr size_t mostObjectives = 10;
constexpr double day = 86'400;
const ObjectReader::Range upToADay{0, false, day};
const ObjectReader::Range anyTimeUpToADay{0, true, day};

QString alertKey(const char *key)
{
    return QString::fromLatin1(key);
}

template <typename Enum>
QStringList wordsOf(const auto &values)
{
    QStringList words;
    for (const Enum value : values)
        words.append(toWord(value));
    return words;
}

/// As in the words of the output contract; those that no rule can be about are left out.
const QList<Cause> &ruleCauses()
{
    static const QList<Cause> causes = [] {
        QList<Cause> all;
        for (int number = 0; number <= static_cast<int>(Cause::Stale); ++number)
            if (const auto cause = static_cast<Cause>(number); cause != Cause::LocalClose)
                all.append(cause);
        return all;
    }();
    return causes;
}

const QStringList &conditionWords()
{
    static const QStringList words{
        toWord(AlertCondition(StateLasts{})),         toWord(AlertCondition(PingsMissed{})),
        toWord(AlertCondition(FigureAbove{})),        toWord(AlertCondition(EndsRepeat{})),
        toWord(AlertCondition(CertificateExpires{})), toWord(AlertCondition(GroupDown{})),
        toWord(AlertCondition(ObserverLags{})),       toWord(AlertCondition(FigureAbovePast{})),
        toWord(AlertCondition(BudgetBurns{}))};
    return words;
}

const QStringList &dayWords()
{
    static const QStringList words{alertKey("mon"), alertKey("tue"), alertKey("wed"), alertKey("thu"),
                                   alertKey("fri"), alertKey("sat"), alertKey("sun")};
    return words;
}

/// A list of some of these words; nullopt: absent, or wrong. `absent` says whether the key is there.
std::optional<QList<qsizetype>> readWords(ObjectReader &reader, const QString &key, const QStringList &words)
{
    const std::optional<QStringList> texts = reader.texts(key, words.size(), 100);
    if (!texts)
        return std::nullopt;
    QList<qsizetype> found;
    for (qsizetype i = 0; i < texts->size(); ++i) {
        const qsizetype place = words.indexOf(texts->at(i));
        if (place >= 0)
            found.append(place);
        else
            reader.log().problem(
                QStringLiteral("%1[%2]").arg(reader.placeOf(key), QString::number(i)),
                WorkspaceStrings::tr("must be one of: %1").arg(words.join(QStringLiteral(", "))));
    }
    return found;
}

void missing(ObjectReader &reader, const QString &key)
{
    if (!reader.value(key))
        reader.problem(key, WorkspaceStrings::tr("is missing"));
}

std::optional<int> readCount(ObjectReader &reader, const QString &key, int minimum, int maximum)
{
    const std::optional<double> number =
        reader.number(key, {static_cast<double>(minimum), true, static_cast<double>(maximum)});
    if (!number)
        return std::nullopt;
    if (std::floor(*number) != *number) {
        reader.problem(key, WorkspaceStrings::tr("must be a whole number"));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

class ConditionReader
{
public:
    explicit ConditionReader(ObjectReader &reader)
        : m_reader(reader)
    {
    }

    AlertCondition state()
    {
        StateLasts condition;
        const QStringList words = wordsOf<AlertState>(allAlertStates);
        if (const auto states = readWords(m_reader, alertKey("states"), words)) {
            condition.states = {};
            for (const qsizetype place : *states)
                condition.states |= allAlertStates.at(static_cast<size_t>(place));
            if (m_reader.value(alertKey("states"))->children().empty())
                m_reader.problem(alertKey("states"), WorkspaceStrings::tr("must not be empty"));
        }
        condition.lasts = m_reader.duration(alertKey("for_s"), anyTimeUpToADay).value_or(condition.lasts);
        condition.failedDials =
            readCount(m_reader, alertKey("failed_dials"), 0, 20).value_or(condition.failedDials);
        return condition;
    }

    AlertCondition pings()
    {
        PingsMissed condition;
        missing(m_reader, alertKey("missed"));
        missing(m_reader, alertKey("of"));
        condition.missed =
            readCount(m_reader, alertKey("missed"), 1, PingsMissed::most).value_or(condition.missed);
        condition.of = readCount(m_reader, alertKey("of"), 1, PingsMissed::most)
                           .value_or(std::max(condition.of, condition.missed));
        if (condition.missed > condition.of)
            m_reader.problem(alertKey("missed"), WorkspaceStrings::tr("must not be more than “of”"));
        condition.countsSlow = m_reader.flag(alertKey("count_slow")).value_or(false);
        return condition;
    }

    AlertCondition figure()
    {
        FigureAbove condition;
        missing(m_reader, alertKey("figure"));
        if (const auto place = m_reader.word(alertKey("figure"), wordsOf<AlertFigure>(allAlertFigures)))
            condition.figure = allAlertFigures.at(static_cast<size_t>(*place));
        const bool isLoss = condition.figure == AlertFigure::Loss;
        const QString above = alertKey(isLoss ? "above_percent" : "above_ms");
        const QString recovered = alertKey(isLoss ? "recovered_percent" : "recovered_ms");
        const double unit = isLoss ? 0.01 : 1e6;
        const double maximum = isLoss ? 100 : 3'600'000;
        missing(m_reader, above);
        condition.above = m_reader.number(above, {0, isLoss, maximum}).value_or(0) * unit;
        const std::optional<double> lower = m_reader.number(recovered, {0, true, maximum});
        condition.recovered = lower ? *lower * unit : condition.above * usualRecovery;
        if (lower && condition.recovered > condition.above)
            m_reader.problem(recovered, WorkspaceStrings::tr("must not be more than “%1”").arg(above));
        condition.window =
            m_reader.duration(alertKey("window_s"), {10, true, day}).value_or(condition.window);
        condition.fewest =
            readCount(m_reader, alertKey("at_least_pings"), 1, 10'000).value_or(condition.fewest);
        return condition;
    }

    AlertCondition ends()
    {
        EndsRepeat condition;
        if (const auto causes = readWords(m_reader, alertKey("causes"), wordsOf<Cause>(ruleCauses())))
            for (const qsizetype place : *causes)
                condition.causes.append(ruleCauses().at(place));
        condition.count =
            readCount(m_reader, alertKey("count"), 1, EndsRepeat::most).value_or(condition.count);
        condition.within = m_reader.duration(alertKey("within_s"), upToADay).value_or(condition.within);
        return condition;
    }

    AlertCondition certificate()
    {
        CertificateExpires condition;
        const auto days = m_reader.number(alertKey("within_days"), {0, false, 3650});
        if (days)
            condition.within = fromSeconds(*days * day);
        return condition;
    }

    AlertCondition group()
    {
        GroupDown condition;
        condition.share =
            m_reader.number(alertKey("down_percent"), {0, false, 100}).value_or(condition.share * 100) / 100;
        condition.lasts = m_reader.duration(alertKey("for_s"), anyTimeUpToADay).value_or(condition.lasts);
        return condition;
    }

    AlertCondition observer()
    {
        ObserverLags condition;
        const auto above = m_reader.number(alertKey("above_ms"), {1, true, 3'600'000});
        if (above)
            condition.above = fromSeconds(*above / 1000);
        condition.window =
            m_reader.duration(alertKey("window_s"), {1, true, 3600}).value_or(condition.window);
        return condition;
    }

    AlertCondition past()
    {
        FigureAbovePast condition;
        missing(m_reader, alertKey("figure"));
        if (const auto place = m_reader.word(alertKey("figure"), wordsOf<AlertFigure>(allAlertFigures)))
            condition.figure = allAlertFigures.at(static_cast<size_t>(*place));
        const bool isLoss = condition.figure == AlertFigure::Loss;
        condition.times = m_reader.number(alertKey("times"), {1, true, 1000}).value_or(condition.times);
        condition.atLeast = m_reader
                                .number(alertKey(isLoss ? "at_least_percent" : "at_least_ms"),
                                        {0, true, isLoss ? 100.0 : 3'600'000.0})
                                .value_or(0) *
                            (isLoss ? 0.01 : 1e6);
        condition.window =
            m_reader.duration(alertKey("window_s"), {60, true, day}).value_or(condition.window);
        condition.fewest =
            readCount(m_reader, alertKey("at_least_pings"), 1, 10'000).value_or(condition.fewest);
        return condition;
    }

    AlertCondition burn()
    {
        BudgetBurns condition;
        condition.objective = m_reader.text(alertKey("objective"), longestAlertName).value_or(QString());
        condition.rate = m_reader.number(alertKey("rate"), {0, false, 10'000}).value_or(condition.rate);
        condition.window =
            m_reader.duration(alertKey("window_s"), {300, true, 30 * day}).value_or(condition.window);
        condition.shortWindow = m_reader.duration(alertKey("short_window_s"), {60, true, 7 * day})
                                    .value_or(condition.shortWindow);
        if (condition.shortWindow > condition.window)
            m_reader.problem(alertKey("short_window_s"),
                             WorkspaceStrings::tr("must not be more than “%1”").arg(alertKey("window_s")));
        return condition;
    }

    static constexpr double usualRecovery = 0.8;

private:
    ObjectReader &m_reader;
};

AlertCondition readConditionNumber(ObjectReader &reader, qsizetype number)
{
    ConditionReader conditions(reader);
    switch (number) {
    case 0:
        return conditions.state();
    case 1:
        return conditions.pings();
    case 2:
        return conditions.figure();
    case 3:
        return conditions.ends();
    case 4:
        return conditions.certificate();
    case 5:
        return conditions.group();
    case 6:
        return conditions.observer();
    case 7:
        return conditions.past();
    default:
        return conditions.burn();
    }
}

/// An object of a list; null, with a problem, where it is something else.
const JsonValue *objectAt(const JsonMember &element, const QString &place, ReadLog &log)
{
    if (element.value.kind() == JsonValue::Kind::Object)
        return &element.value;
    log.problem(place, WorkspaceStrings::tr("must be an object: { … }"));
    return nullptr;
}

QString alertElement(const ObjectReader &reader, const char *key, size_t index)
{
    return QStringLiteral("%1[%2]").arg(reader.placeOf(alertKey(key)), QString::number(index));
}

void checkLevel(ObjectReader &reader, const AlertCondition &condition, AlertLevel level)
{
    if (std::holds_alternative<ObserverLags>(condition) && level != AlertLevel::Workspace)
        reader.problem(alertKey("when"),
                       WorkspaceStrings::tr("“observer” belongs in the alerts of the workspace"));
    if (std::holds_alternative<GroupDown>(condition) && level == AlertLevel::Profile)
        reader.problem(alertKey("when"),
                       WorkspaceStrings::tr("“group” belongs in the alerts of a group or the workspace"));
}

void readRule(const JsonValue &object, const QString &place, AlertLevel level, ReadLog &log,
              QList<AlertRule> &rules)
{
    ObjectReader reader(object, place, &log);
    AlertRule rule;
    missing(reader, alertKey("name"));
    rule.name = reader.text(alertKey("name"), longestAlertName).value_or(QString());
    if (reader.value(alertKey("name")) && rule.name.trimmed().isEmpty())
        reader.problem(alertKey("name"), WorkspaceStrings::tr("must not be empty"));
    for (const AlertRule &other : std::as_const(rules)) {
        if (other.name == rule.name && !rule.name.isEmpty())
            reader.problem(alertKey("name"),
                           WorkspaceStrings::tr("“%1” is already the name of another one").arg(rule.name));
    }
    rule.enabled = reader.flag(alertKey("enabled")).value_or(true);
    // To switch off what is said further out, its name is enough.
    if (rule.enabled)
        missing(reader, alertKey("when"));
    if (const auto when = reader.word(alertKey("when"), conditionWords())) {
        rule.condition = readConditionNumber(reader, *when);
        checkLevel(reader, rule.condition, level);
    }
    rule.recoverAfter =
        reader.duration(alertKey("recover_after_s"), anyTimeUpToADay).value_or(nanoseconds(0));
    rule.tellsRecovery = reader.flag(alertKey("tell_recovery")).value_or(true);
    rule.escalateAfter =
        reader.duration(alertKey("escalate_after_s"), anyTimeUpToADay).value_or(nanoseconds(0));
    rule.escalationWays = reader.texts(alertKey("escalation_channels"), mostWaysOfRule, longestAlertName)
                              .value_or(QStringList());
    rule.ways = reader.texts(alertKey("channels"), mostWaysOfRule, longestAlertName).value_or(rule.ways);
    reader.noteUnknown();
    rules.append(rule);
}

void readObjective(const JsonValue &object, const QString &place, ReadLog &log, QList<Objective> &objectives)
{
    ObjectReader reader(object, place, &log);
    Objective objective;
    missing(reader, alertKey("name"));
    objective.name = reader.text(alertKey("name"), longestAlertName).value_or(QString());
    if (reader.value(alertKey("name")) && objective.name.trimmed().isEmpty())
        reader.problem(alertKey("name"), WorkspaceStrings::tr("must not be empty"));
    for (const Objective &other : std::as_const(objectives))
        if (other.name == objective.name && !objective.name.isEmpty())
            reader.problem(
                alertKey("name"),
                WorkspaceStrings::tr("“%1” is already the name of another one").arg(objective.name));
    // 100 % would leave nothing to be missed, and no rate at which it is used.
    const ObjectReader::Range share{0, false, 99.9999};
    const auto open = reader.number(alertKey("open_percent"), share);
    const auto pings = reader.number(alertKey("pings_percent"), share);
    if (open)
        objective.open = *open / 100;
    if (pings)
        objective.pings = *pings / 100;
    if (!reader.value(alertKey("open_percent")) && !reader.value(alertKey("pings_percent")))
        reader.problem(alertKey("open_percent"), WorkspaceStrings::tr("is missing"));
    if (const auto within = reader.number(alertKey("pings_under_ms"), {0, false, 3'600'000}))
        objective.within = fromSeconds(*within / 1000);
    if (const auto days = reader.number(alertKey("days"), {1, true, 31}))
        objective.period = fromSeconds(*days * day);
    reader.noteUnknown();
    objectives.append(objective);
}

JsonValue objectiveToJson(const Objective &objective)
{
    JsonValue object = JsonValue::object();
    object.set(alertKey("name"), JsonValue::string(objective.name));
    // As it was typed, and not as a share has it.
    const auto percent = [](double share) { return JsonValue::number(std::round(share * 1e8) / 1e6); };
    if (objective.open)
        object.set(alertKey("open_percent"), percent(*objective.open));
    if (objective.pings) {
        object.set(alertKey("pings_percent"), percent(*objective.pings));
        object.set(alertKey("pings_under_ms"), JsonValue::number(toMilliseconds(objective.within)));
    }
    object.set(alertKey("days"), JsonValue::number(toSeconds(objective.period) / day));
    return object;
}

std::optional<WallTime> readMoment(ObjectReader &reader, const QString &key)
{
    missing(reader, key);
    const std::optional<QString> text = reader.text(key, 60);
    if (!text)
        return std::nullopt;
    const QDateTime moment = QDateTime::fromString(*text, Qt::ISODate);
    if (moment.isValid() && (moment.timeSpec() == Qt::UTC || moment.timeSpec() == Qt::OffsetFromUTC))
        return WallTime(milliseconds(moment.toMSecsSinceEpoch()));
    reader.problem(key,
                   WorkspaceStrings::tr("must be a moment with its time zone, as in 2026-12-24T22:00:00Z"));
    return std::nullopt;
}

QTime readClock(ObjectReader &reader, const QString &key)
{
    missing(reader, key);
    const std::optional<QString> text = reader.text(key, 20);
    const QTime time = QTime::fromString(text.value_or(QString()), QStringLiteral("HH:mm"));
    if (text && !time.isValid())
        reader.problem(key, WorkspaceStrings::tr("must be a time of the day, as in 22:00"));
    return time.isValid() ? time : QTime(0, 0);
}

void readWindow(const JsonValue &object, const QString &place, ReadLog &log,
                QList<MaintenanceWindow> &windows)
{
    ObjectReader reader(object, place, &log);
    MaintenanceWindow window;
    window.name = reader.text(alertKey("name"), longestAlertName).value_or(QString());
    if (!reader.value(alertKey("weekly"))) {
        OnceWindow once;
        const auto from = readMoment(reader, alertKey("from"));
        const auto to = readMoment(reader, alertKey("to"));
        once.from = from.value_or(WallTime());
        once.to = to.value_or(WallTime());
        if (from && to && once.to <= once.from)
            reader.problem(alertKey("to"), WorkspaceStrings::tr("must be after “from”"));
        window.when = once;
    } else {
        WeeklyWindow weekly;
        if (const auto days = readWords(reader, alertKey("weekly"), dayWords())) {
            for (const qsizetype number : *days)
                weekly.days.append(static_cast<int>(number) + 1);
            if (reader.value(alertKey("weekly"))->children().empty())
                reader.problem(alertKey("weekly"), WorkspaceStrings::tr("must not be empty"));
        }
        weekly.from = readClock(reader, alertKey("from"));
        weekly.to = readClock(reader, alertKey("to"));
        weekly.zone = reader.text(alertKey("time_zone"), 100).value_or(QString()).toUtf8();
        if (!weekly.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(weekly.zone))
            reader.problem(alertKey("time_zone"),
                           WorkspaceStrings::tr("is not a time zone of this system, as Europe/Berlin is"));
        window.when = weekly;
    }
    reader.noteUnknown();
    windows.append(window);
}

/// Its elements, unless there are too many.
const std::vector<JsonMember> &listAt(ObjectReader &reader, const char *key, size_t most)
{
    static const std::vector<JsonMember> none;
    const JsonValue *list = reader.container(alertKey(key), JsonValue::Kind::Array);
    if (!list)
        return none;
    if (list->children().size() <= most)
        return list->children();
    reader.problem(alertKey(key), WorkspaceStrings::tr("must have at most %1 entries").arg(most));
    return none;
}

JsonValue textList(const QStringList &texts)
{
    JsonValue list = JsonValue::array();
    for (const QString &text : texts)
        list.append({{}, {}, {}, JsonValue::string(text), {}});
    return list;
}

JsonValue secondsOf(nanoseconds duration)
{
    return JsonValue::number(toSeconds(duration));
}

/// Puts a condition into the object of its rule.
class ConditionWriter
{
public:
    explicit ConditionWriter(JsonValue &object)
        : m_object(object)
    {
    }

    void operator()(const StateLasts &condition)
    {
        QStringList states;
        for (const AlertState state : allAlertStates)
            if (condition.states.testFlag(state))
                states.append(toWord(state));
        set("states", textList(states));
        set("for_s", secondsOf(condition.lasts));
        if (condition.failedDials > 0)
            set("failed_dials", JsonValue::number(condition.failedDials));
    }
    void operator()(const PingsMissed &condition)
    {
        set("missed", JsonValue::number(condition.missed));
        set("of", JsonValue::number(condition.of));
        if (condition.countsSlow)
            set("count_slow", JsonValue::boolean(true));
    }
    void operator()(const FigureAbove &condition)
    {
        const bool isLoss = condition.figure == AlertFigure::Loss;
        const double unit = isLoss ? 0.01 : 1e6;
        set("figure", JsonValue::string(toWord(condition.figure)));
        set(isLoss ? "above_percent" : "above_ms", JsonValue::number(condition.above / unit));
        set(isLoss ? "recovered_percent" : "recovered_ms", JsonValue::number(condition.recovered / unit));
        set("window_s", secondsOf(condition.window));
        set("at_least_pings", JsonValue::number(condition.fewest));
    }
    void operator()(const FigureAbovePast &condition)
    {
        const bool isLoss = condition.figure == AlertFigure::Loss;
        set("figure", JsonValue::string(toWord(condition.figure)));
        set("times", JsonValue::number(condition.times));
        if (condition.atLeast > 0)
            set(isLoss ? "at_least_percent" : "at_least_ms",
                JsonValue::number(condition.atLeast / (isLoss ? 0.01 : 1e6)));
        set("window_s", secondsOf(condition.window));
        set("at_least_pings", JsonValue::number(condition.fewest));
    }
    void operator()(const BudgetBurns &condition)
    {
        if (!condition.objective.isEmpty())
            set("objective", JsonValue::string(condition.objective));
        set("rate", JsonValue::number(condition.rate));
        set("window_s", secondsOf(condition.window));
        set("short_window_s", secondsOf(condition.shortWindow));
    }
    void operator()(const EndsRepeat &condition)
    {
        if (!condition.causes.isEmpty())
            set("causes", textList(wordsOf<Cause>(condition.causes)));
        set("count", JsonValue::number(condition.count));
        set("within_s", secondsOf(condition.within));
    }
    void operator()(const CertificateExpires &condition)
    {
        set("within_days", JsonValue::number(toSeconds(condition.within) / day));
    }
    void operator()(const GroupDown &condition)
    {
        set("down_percent", JsonValue::number(condition.share * 100));
        set("for_s", secondsOf(condition.lasts));
    }
    void operator()(const ObserverLags &condition)
    {
        set("above_ms", JsonValue::number(toMilliseconds(condition.above)));
        set("window_s", secondsOf(condition.window));
    }

private:
    void set(const char *key, const JsonValue &value) { m_object.set(alertKey(key), value); }

    JsonValue &m_object;
};

JsonValue windowToJson(const MaintenanceWindow &window)
{
    JsonValue object = JsonValue::object();
    if (!window.name.isEmpty())
        object.set(alertKey("name"), JsonValue::string(window.name));
    if (const auto *once = std::get_if<OnceWindow>(&window.when)) {
        const auto moment = [](WallTime time) {
            const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
            return JsonValue::string(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate));
        };
        object.set(alertKey("from"), moment(once->from));
        object.set(alertKey("to"), moment(once->to));
        return object;
    }
    const auto &weekly = std::get<WeeklyWindow>(window.when);
    QStringList days;
    for (const int number : weekly.days)
        days.append(dayWords().value(number - 1));
    object.set(alertKey("weekly"), textList(days));
    object.set(alertKey("from"), JsonValue::string(weekly.from.toString(QStringLiteral("HH:mm"))));
    object.set(alertKey("to"), JsonValue::string(weekly.to.toString(QStringLiteral("HH:mm"))));
    if (!weekly.zone.isEmpty())
        object.set(alertKey("time_zone"), JsonValue::string(QString::fromUtf8(weekly.zone)));
    return object;
}

void setList(JsonValue &object, const char *key, const std::vector<JsonValue> &elements)
{
    if (elements.empty())
        object.remove(alertKey(key));
    else
        object.set(alertKey(key), JsonValue::array(elements));
}

} // namespace

void readAlerts(ObjectReader &reader, AlertLevel level, AlertSettings &settings)
{
    const JsonValue *object = reader.container(alertKey("alerts"), JsonValue::Kind::Object);
    if (!object)
        return;
    ObjectReader inside(*object, reader.placeOf(u"alerts"), &reader.log());
    const auto &rules = listAt(inside, "rules", mostRules);
    for (size_t i = 0; i < rules.size(); ++i) {
        const QString place = alertElement(inside, "rules", i);
        if (const JsonValue *rule = objectAt(rules[i], place, reader.log()))
            readRule(*rule, place, level, reader.log(), settings.rules);
    }
    const auto &windows = listAt(inside, "maintenance", mostWindows);
    for (size_t i = 0; i < windows.size(); ++i) {
        const QString place = alertElement(inside, "maintenance", i);
        if (const JsonValue *window = objectAt(windows[i], place, reader.log()))
            readWindow(*window, place, reader.log(), settings.maintenance);
    }
    const auto &objectives = listAt(inside, "objectives", mostObjectives);
    for (size_t i = 0; i < objectives.size(); ++i) {
        const QString place = alertElement(inside, "objectives", i);
        if (const JsonValue *objective = objectAt(objectives[i], place, reader.log()))
            readObjective(*objective, place, reader.log(), settings.objectives);
    }
    if (level == AlertLevel::Workspace)
        settings.ways = readWays(inside);
    else
        settings.gateway = inside.textOrNull(alertKey("gateway"), longestGatewayName);
    inside.noteUnknown();
}

JsonValue alertRuleToJson(const AlertRule &rule)
{
    JsonValue object = JsonValue::object();
    object.set(alertKey("name"), JsonValue::string(rule.name));
    if (!rule.enabled)
        object.set(alertKey("enabled"), JsonValue::boolean(false));
    object.set(alertKey("when"), JsonValue::string(toWord(rule.condition)));
    std::visit(ConditionWriter(object), rule.condition);
    if (rule.recoverAfter.count() > 0)
        object.set(alertKey("recover_after_s"), secondsOf(rule.recoverAfter));
    if (rule.escalateAfter.count() > 0)
        object.set(alertKey("escalate_after_s"), secondsOf(rule.escalateAfter));
    if (!rule.tellsRecovery)
        object.set(alertKey("tell_recovery"), JsonValue::boolean(false));
    if (!rule.escalationWays.isEmpty())
        object.set(alertKey("escalation_channels"), textList(rule.escalationWays));
    if (rule.ways != AlertRule().ways)
        object.set(alertKey("channels"), textList(rule.ways));
    return object;
}

void writeAlerts(const AlertSettings &settings, AlertLevel level, JsonValue &object)
{
    AlertSettings present;
    ReadLog log;
    ObjectReader reader(object, {}, &log);
    readAlerts(reader, level, present);
    if (present == settings)
        return;
    const JsonMember *before = object.find(alertKey("alerts"));
    JsonValue value = before ? before->value : JsonValue::object();
    if (present.rules != settings.rules) {
        std::vector<JsonValue> rules;
        for (const AlertRule &rule : settings.rules)
            rules.push_back(alertRuleToJson(rule));
        setList(value, "rules", rules);
    }
    if (present.maintenance != settings.maintenance) {
        std::vector<JsonValue> windows;
        for (const MaintenanceWindow &window : settings.maintenance)
            windows.push_back(windowToJson(window));
        setList(value, "maintenance", windows);
    }
    if (present.objectives != settings.objectives) {
        std::vector<JsonValue> objectives;
        for (const Objective &objective : settings.objectives)
            objectives.push_back(objectiveToJson(objective));
        setList(value, "objectives", objectives);
    }
    if (present.ways != settings.ways) {
        std::vector<JsonValue> ways;
        for (const AlertWay &way : settings.ways)
            ways.push_back(wayToJson(way));
        setList(value, "channels", ways);
    }
    if (present.gateway != settings.gateway) {
        if (!settings.gateway)
            value.remove(alertKey("gateway"));
        else
            value.set(alertKey("gateway"),
                      settings.gateway->isEmpty() ? JsonValue() : JsonValue::string(*settings.gateway));
    }
    if (value.children().empty())
        object.remove(alertKey("alerts"));
    else
        object.set(alertKey("alerts"), value);
}

} // namespace Pongwatch
