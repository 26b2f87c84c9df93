// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/foreignobject.h"

namespace Pongwatch
{

/// The variables valid at one place of a collection, and their replacement: "{{name}}", or "{{ _.name }}" as
/// in Insomnia. A variable may refer to others.
class TemplateScope
{
public:
    void set(const QString &name, const QString &value) { m_values.insert(name, value); }
    void set(const QList<ForeignPair> &pairs, const NoteSink &sink);
    void set(const QHash<QString, QString> &values) { m_values.insert(values); }

    /// Replaces variables with their values; names without one are added to `unknown` and stay as written.
    [[nodiscard]] QString expanded(const QString &text, QStringList *unknown) const;

private:
    [[nodiscard]] QString expanded(const QString &text, QStringList *unknown, int depth) const;

    QHash<QString, QString> m_values;
};

/// Credentials as stored by API tools, whatever they call the parts.
struct CollectionAuth {
    enum class Kind : quint8 { Inherited, None, Given };
    Kind kind = Kind::Inherited;
    QString type; ///< "bearer", "basic", "apikey", "oauth2" …
    QHash<QString, QString> values;
    QString place;

    /// Reads {"type"|"mode": T, T: {…} or [{"key", "value"}], or the parts next to the type}.
    [[nodiscard]] static CollectionAuth read(const JsonValue *value, const QString &place,
                                             const NoteSink &sink);
};

/// One request of a collection, with everything that applies to it at its place.
struct CollectionRequest {
    QString place;
    QString name;
    QString url;
    QString urlPlace;
    QStringList folders; ///< become tags
    QList<ForeignPair> headers;
    QList<ForeignPair> query;         ///< those that are not already in the URL
    QList<ForeignPair> pathVariables; ///< for "/:name" in the URL's path
    CollectionAuth auth;
    TemplateScope scope;
    bool isWebSocket = false; ///< according to the tool, whatever the scheme of the URL
    QList<ImportNote> notes;
    std::optional<bool> verify; ///< for TLS

    [[nodiscard]] NoteSink sink();
    /// Makes a profile from it, or notes why not.
    void buildInto(ImportResult &result);
};

} // namespace Pongwatch
