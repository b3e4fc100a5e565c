"""All outputs of a run put in their place, or none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from ...translation import tr
from .destination import Destination, OnLoad
from .files import FileDestination
from .stacking import Stack
from .swap import swapped
from .tables import DatabaseDestination
from .targets import (
    DestinationError,
    sentence,
)
from .transfer import Transfer
from .writers import WriteError


def commit_all(destinations: Iterable[Destination | None], context: QgsProcessingContext) -> None:
    """Put every output in its place, all or none (as far as one file system, or one database, allows).

    On the map, the first opened is the lowest.

    Raises:
        DestinationError: One could not be written or moved; everything is as it was before the run.
    """
    opened = [destination for destination in destinations if destination is not None]
    try:
        for destination in opened:
            destination.finish()
        _place([one for one in opened if isinstance(one, FileDestination)])
        for table in opened:
            if isinstance(table, DatabaseDestination):
                table.replace()
    except BaseException:
        abandon_all(opened)
        raise
    stack = Stack()
    for height, destination in enumerate(opened):
        _dress(destination, context, stack, height)


def abandon_all(destinations: Iterable[Destination | None]) -> None:
    """Give up every output."""
    for destination in destinations:
        if destination is not None:
            destination.abandon()


def _place(files: list[FileDestination]) -> None:
    """Move the files, and put the layers into the GeoPackages that are there or come at the same time."""
    whole: dict[Path, FileDestination] = {}
    guests: list[FileDestination] = []
    for file in files:
        is_guest = file.target in whole or (file.shared and file.target.exists())
        if is_guest:
            guests.append(file)
        else:
            whole[file.target] = file
    # A layer whose GeoPackage comes with this very run goes into the partial one: nothing is in its place yet.
    for guest in [guest for guest in guests if guest.target in whole]:
        _transfer(whole[guest.target].partial, [guest])
    hosts = {guest.target for guest in guests if guest.target not in whole}
    target = Path()
    try:
        with ExitStack() as stack:
            transfers = []
            for target in sorted(hosts):
                transfer = Transfer(target)
                stack.callback(transfer.rollback)
                for guest in guests:
                    if guest.target == target:
                        transfer.stage(guest.partial, guest.layer)
                transfers.append(transfer)
            stack.enter_context(swapped(move for file in whole.values() for move in file.moves()))
            for transfer in transfers:
                transfer.commit()
    except PermissionError as error:
        raise DestinationError(
            tr(
                "“{name}” cannot be replaced: it is open in QGIS or in another program, or protected. Close it, or "
                "choose another file. It was left as it was."
            ).format(name=Path(error.filename or target).name)
        ) from error
    except (WriteError, OSError) as error:
        raise DestinationError(sentence(str(target), str(error))) from error
    for file in files:
        file.clear()


def _transfer(target: Path, guests: Iterable[FileDestination]) -> None:
    transfer = Transfer(target)
    try:
        for guest in guests:
            transfer.stage(guest.partial, guest.layer)
        transfer.commit()
    finally:
        transfer.rollback()


def _dress(destination: Destination, context: QgsProcessingContext, stack: Stack, height: int) -> None:
    """Have the layer loaded, if the user wants so, under its name, dressed and at its height."""
    identifier = destination.identifier
    if destination.details is not None and not context.willLoadLayerOnCompletion(identifier):
        context.addLayerToLoadOnCompletion(identifier, destination.details)
    if destination.on_load is not None and context.willLoadLayerOnCompletion(identifier):
        dresser = _Dresser(destination.on_load, stack, height)
        _KEPT.append(dresser)
        context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(dresser)


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    """Calls ``on_load`` when QGIS has opened the layer; QGIS does not own it, so ``_KEPT`` does."""

    def __init__(self, on_load: OnLoad, stack: Stack, height: int) -> None:
        super().__init__()
        self._on_load = on_load
        self._stack, self._height = stack, height

    def postProcessLayer(  # noqa: N802 - the name QGIS calls
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Dress the layer, and put it at its height among those of the run."""
        if layer.isValid():
            self._on_load(layer)
            layer.triggerRepaint()
        if context.project() is not None:
            self._stack.put(layer, self._height, context.project().layerTreeRoot())


_KEPT: deque[_Dresser] = deque(maxlen=256)
