// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/profileimport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype LongestGroup = 200;

struct Row {
    qsizetype line = 0;
    QStringList cells;
};

/// RFC 4180, with the separator that the first line has.
QList<Row> splitCsv(const QString &text)
{
    const QString head = text.section(u'\n', 0, 0);
    QChar separator = u',';
    for (const QChar candidate : {u';', u'\t'}) {
        if (head.count(candidate) > head.count(separator))
            separator = candidate;
    }
    QList<Row> rows;
    Row row{1, {}};
    QString cell;
    bool quoted = false;
    qsizetype line = 1;
    const auto endRow = [&] {
        row.cells.append(cell);
        cell.clear();
        if (row.cells.size() > 1 || !row.cells.first().trimmed().isEmpty())
            rows.append(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n')
            ++line;
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"' && (quoted || cell.trimmed().isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            row.cells.append(cell);
            cell.clear();
        } else if (!quoted && c == u'\n') {
            endRow();
        } else if (quoted || c != u'\r') {
            cell += c;
        }
    }
    endRow();
    return rows;
}

/// A quote that keeps a cell from being a formula in a spreadsheet is none of its text.
QString withoutQuote(const QString &cell)
{
    const bool isQuoted = cell.size() > 1 && cell.front() == u'\'' && QStringView(u"=+-@").contains(cell[1]);
    return isQuoted ? cell.mid(1) : cell;
}

/// Whether a setting can be this text. A number may be one: "2" is the heartbeat of Socket.IO.
bool isTextFor(const ProfileField &field, const QString &cell)
{
    JsonValue object = JsonValue::object();
    object.set(field.key, JsonValue::string(cell));
    ReadLog log;
    ObjectReader reader(object, {}, &log);
    ProfileSettings settings;
    field.read(reader, settings);
    return log.problems.isEmpty();
}

/// A cell as JSON, so that the rules of the workspace file hold for tables too.
JsonValue jsonOfCell(const QString &cell)
{
    if (cell == QStringLiteral("null") || cell == QStringLiteral("off"))
        return {};
    if (cell == QStringLiteral("true") || cell == QStringLiteral("false"))
        return JsonValue::boolean(cell == QStringLiteral("true"));
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? JsonValue::number(number) : JsonValue::string(cell);
}

class CsvReader
{
public:
    ImportResult read(const QString &text)
    {
        const QList<Row> rows = splitCsv(text);
        if (rows.isEmpty())
            return {};
        for (const QString &cell : rows.first().cells)
            m_columns.append(cell.trimmed().toLower());
        for (const Row &row : rows.sliced(1))
            this->row(row);
        return std::move(m_result);
    }

private:
    void row(const Row &row)
    {
        const QString place = ImportStrings::tr("line %1").arg(row.line);
        ProfileBuilder builder;
        JsonValue settings = JsonValue::object();
        QString group;
        for (qsizetype i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
            const QString cell = withoutQuote(row.cells[i].trimmed());
            if (m_columns[i] == QStringLiteral("group"))
                group = cell.left(LongestGroup);
            else if (!cell.isEmpty())
                value(m_columns[i], cell, builder, settings);
        }
        ReadLog log;
        ObjectReader reader(settings, {}, &log);
        readSettings(m_fields, reader, builder.settings());
        Result<ImportedProfile> profile = builder.build();
        if (!profile)
            log.problem({}, profile.error().answer);
        for (const Problem &problem : log.problems) {
            if (m_result.problems.size() < ReadLog::Most)
                m_result.problems.append({place, problem.sentence()});
        }
        if (profile && log.problems.isEmpty()) {
            m_result.profiles.push_back(std::move(profile).value());
            m_result.profiles.back().group = group;
        }
    }

    [[nodiscard]] JsonValue json(const QString &column, const QString &cell) const
    {
        const auto field = std::find_if(m_fields.cbegin(), m_fields.cend(),
                                        [&column](const ProfileField &f) { return f.path() == column; });
        const bool isText =
            cell != QStringLiteral("null") && field != m_fields.cend() && isTextFor(*field, cell);
        return isText ? JsonValue::string(cell) : jsonOfCell(cell);
    }

    void value(const QString &column, const QString &cell, ProfileBuilder &builder, JsonValue &settings) const
    {
        if (column == QStringLiteral("url")) {
            builder.setUrl(cell);
        } else if (column == QStringLiteral("name")) {
            builder.setName(cell);
        } else if (column == QStringLiteral("enabled")) {
            builder.profile().enabled = cell != QStringLiteral("false") && cell != QStringLiteral("0");
        } else if (column == QStringLiteral("tags")) {
            for (const QString &tag : cell.split(u' ', Qt::SkipEmptyParts)) {
                if (!builder.profile().tags.contains(tag))
                    builder.profile().tags.append(tag);
            }
        } else if (column.contains(u'.')) {
            const QString section = column.section(u'.', 0, 0);
            if (!settings.find(section))
                settings.set(section, JsonValue::object());
            settings.find(section)->value.set(column.section(u'.', 1), json(column, cell));
        } else {
            settings.set(column, json(column, cell));
        }
    }

    const std::vector<ProfileField> m_fields = profileFields();
    QStringList m_columns;
    ImportResult m_result;
};

} // namespace

ImportResult importCsv(const QString &text)
{
    return CsvReader().read(text);
}

} // namespace Pongwatch
