"""Tables of a database."""

from __future__ import annotations

from qgis.core import (
    QgsMessageLog,
)

from .database import DatabaseTable
from .destination import LOG, Destination
from .targets import (
    DestinationError,
    sentence,
)
from .writers import FeatureWriter, LayerSpec, WriteError


class DatabaseDestination(Destination):
    """A table of a database."""

    def __init__(self, name: str, provider: str, uri: str, spec: LayerSpec, renamed: dict[str, str]) -> None:
        super().__init__(name, spec, renamed)
        self.identifier = f"{provider}://{uri}"
        self._table = DatabaseTable(provider, uri, spec)
        self._writer = FeatureWriter(self._table.sink, spec.fields)

    @property
    def place(self) -> str:
        """The table, without what is secret in its address."""
        return self._table.table

    def _bulk_writer(self) -> FeatureWriter:
        return self._writer

    def finish(self) -> None:
        """Send what is buffered, and count what arrived."""
        super().finish()
        self._table.sink = None
        try:
            self._table.check(self.count)
        except WriteError as error:
            raise DestinationError(sentence(self.place, str(error))) from error

    def replace(self) -> None:
        """Give the table its name.

        Raises:
            DestinationError: The database refused.
        """
        try:
            self._table.replace()
        except WriteError as error:
            raise DestinationError(sentence(self.place, str(error))) from error

    def abandon(self) -> None:
        """Drop the partial table, and no other."""
        self._writer.sink = None
        try:
            self._table.abandon()
        except WriteError as error:
            QgsMessageLog.logMessage(str(error), LOG)
