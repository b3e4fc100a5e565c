"""Tables of a database: only what a run made is ever dropped, but for the table that it replaces at the very end."""

from __future__ import annotations

import secrets

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayerExporter,
)

from ...translation import tr
from .writers import LayerSpec, WriteError

_REFUSALS = (QgsProviderConnectionException, QgsException)
_NAME_LIMIT = 63  # bytes of a name in PostgreSQL
_RENAMED_AT_THE_END = ("postgres",)
"""Providers whose tables follow their new name whole, indexes and triggers included; SpatiaLite's do not."""


class DatabaseTable:
    """A new table, written beside its target where the database can rename it, otherwise in a place that is free."""

    def __init__(self, provider: str, uri: str, spec: LayerSpec) -> None:
        """Create the table.

        Raises:
            WriteError: The database refused, or the table is there and cannot be replaced safely.
        """
        self._provider, self._uri = provider, QgsDataSourceUri(uri)
        self.table = self._uri.table()
        self._written = self.table
        existing = self._tables()
        if provider in _RENAMED_AT_THE_END:
            self._written = self._beside("partial")
        elif self.table in existing:
            self._written = ""  # it is not ours to drop
            raise WriteError(tr("the table is there already, choose another name or drop it first"))
        target = QgsDataSourceUri(uri)
        target.setTable(self._written)
        self.sink: QgsVectorLayerExporter | None = QgsVectorLayerExporter(
            target.uri(False), provider, spec.fields, spec.wkb_type, spec.crs, False
        )
        if self.sink.errorCode() != 0:
            raise WriteError(self.sink.errorMessage())

    def check(self, expected: int) -> None:
        """Count what is in the database.

        Raises:
            WriteError: Not every feature is.
        """
        names = [name for name in (self._uri.schema(), self._written) if name]
        quoted = ".".join('"' + name.replace('"', '""') + '"' for name in names)
        try:
            ((found,),) = self._connection().executeSql(f"SELECT count(*) FROM {quoted}")  # noqa: S608  # nosec B608 - the name is quoted
        except _REFUSALS as error:
            raise WriteError(str(error)) from error
        if int(found) != expected:
            raise WriteError(f"{found} / {expected}")

    def replace(self) -> None:
        """Give the table its name; one that had it is dropped last.

        Raises:
            WriteError: The database refused; what was there before is there again.
        """
        if self._written == self.table:
            return
        schema, previous = self._uri.schema(), self._beside("previous")
        try:
            connection = self._connection()
            existed = self.table in self._tables()
            if existed:
                connection.renameVectorTable(schema, self.table, previous)
            try:
                connection.renameVectorTable(schema, self._written, self.table)
            except _REFUSALS:
                if existed:
                    connection.renameVectorTable(schema, previous, self.table)
                raise
            self._written = self.table
            if existed:
                connection.dropVectorTable(schema, previous)
        except _REFUSALS as error:
            raise WriteError(str(error)) from error

    def abandon(self) -> None:
        """Drop what was written.

        Raises:
            WriteError: The database refused, and keeps it.
        """
        self.sink = None
        try:
            if self._written in self._tables():
                self._connection().dropVectorTable(self._uri.schema(), self._written)
        except _REFUSALS as error:
            raise WriteError(str(error)) from error

    def _beside(self, what: str) -> str:
        end = f"_{what}_{secrets.token_hex(4)}"
        return self.table.encode()[: _NAME_LIMIT - len(end)].decode(errors="ignore") + end

    def _tables(self) -> set[str]:
        try:
            return {table.tableName() for table in self._connection().tables(self._uri.schema())}
        except _REFUSALS as error:
            raise WriteError(str(error)) from error

    def _connection(self) -> QgsAbstractDatabaseProviderConnection:
        metadata = QgsProviderRegistry.instance().providerMetadata(self._provider)
        return metadata.createConnection(self._uri.uri(False), {})
